import type { ConfigDocument } from '../formats/document';
import type { Range } from '../text/range';
import type { ConfigNode, Entry, ObjectNode, StringNode } from '../tree/node';
import type { Packing } from './pack/pack-file';
import type { Participants } from './participants';
import type { Release } from './release';
import type { JobSources, Links } from './sources';

/**
 * A job as its files say it: every fact with its place. Made by `buildJob`; nothing in it is judged, that is what rules do.
 */
export interface Job {
  readonly sources: JobSources;
  readonly links: Links;
  /** What the folder is by its shape. */
  readonly kind: JobKind;
  /** The release that the job is checked for. */
  readonly target: Release;
  /** The meta file that NVFLARE reads, if the folder has one. */
  readonly meta: ConfigFile | undefined;
  /** The value of the meta file where it is an object with at least one key. */
  readonly metaObject: ObjectNode | undefined;
  /** Its keys other than those that authors write in every release: newer ones, those that the server sets, and unknown ones. */
  readonly unusualKeys: readonly Entry[];
  readonly deployment: Deployment;
  /** The app folders: those that `deploy_map` names and those that look like one, by name. */
  readonly apps: ReadonlyMap<string, App>;
  /**
   * Those of them that something may be wrong with: not deployed, without what they need, or with files that are not read, not
   * read well, or not packed as they are. The others need no second look.
   */
  readonly unsoundApps: readonly App[];
  readonly resources: ResourceBlocks;
  readonly launchers: SiteBlocks;
}

/** A folder without meta that is itself an app is the form of before 2.1; a template waits to be filled in by `nvflare job create`. */
export type JobKind = 'job' | 'legacy-app' | 'template';

/** A configuration file with what it says. */
export interface ConfigFile {
  /** Path below the job folder. */
  readonly file: string;
  readonly document: ConfigDocument;
  /** The objects in it that give a key more than once. */
  readonly repeats: readonly ObjectNode[];
  /** What `nvflare job submit` makes of it, where the file could be read and the release has that command. */
  readonly packing: Packing | undefined;
  /** Why the file has no text that could be read, if so. */
  readonly unreadable: string | undefined;
  /** Files of the same name and another ending that NVFLARE therefore never reads. */
  readonly shadowed: readonly string[];
}

/** `deploy_map`: which app goes to which sites. */
export interface Deployment {
  readonly entry: Entry | undefined;
  /** In file order, as NVFLARE goes through them. */
  readonly apps: readonly DeployedApp[];
  /** All sites over all apps, in NVFLARE's order. */
  readonly sites: readonly SiteUse[];
  /** Elements that NVFLARE takes for sites although they are no texts. */
  readonly oddSites: readonly ConfigNode[];
  /**
   * Those whose names are not just small letters, digits and hyphens, and `all`; only in these can something be wrong or look like
   * another.
   */
  readonly unusualSites: readonly SiteUse[];
  /** By exact site name; a site that two apps name has two uses. */
  readonly bySite: ReadonlyMap<string, readonly SiteUse[]>;
  /** The use of `@ALL`, in whatever letter case, if there is one. */
  readonly allSites: SiteUse | undefined;
  /** Each app has a plain list of sites: `@ALL` alone, or usual names, none of them twice. So it is in nearly all jobs. */
  readonly isPlain: boolean;
  /** False where a part could not be read, so that more sites may be deployed to than are listed. */
  readonly certain: boolean;
}

/** One key of `deploy_map`. */
export interface DeployedApp {
  readonly name: string;
  readonly entry: Entry;
  readonly participants: Participants;
  readonly sites: readonly SiteUse[];
}

/** A site named in `deploy_map`. */
export interface SiteUse {
  readonly value: string;
  readonly file: string;
  readonly range: Range;
  readonly app: string;
  readonly node: StringNode;
}

/** An app folder. */
export interface App {
  readonly name: string;
  readonly deployed: DeployedApp | undefined;
  /** Whether the folder is there, and what is in it by name. */
  readonly exists: boolean;
  readonly hasConfigFolder: boolean;
  /** Whether a folder `custom` makes the job bring its own code, even when it is empty. */
  readonly hasCustomFolder: boolean;
  readonly customFiles: readonly string[];
  /** Files below `custom` that `nvflare job submit` takes for configurations, as far as they were read. */
  readonly data: readonly ConfigFile[];
  /** Those that it looks for under another name and does not find. */
  readonly lostData: readonly string[];
  /** The configurations that the server looks for when a job is submitted: directly in `config/`. */
  readonly server: ConfigFile | undefined;
  readonly client: ConfigFile | undefined;
  /** Files that look like one of the two, but that a running job does not read because it takes another. */
  readonly unread: readonly UnreadConfig[];
  readonly goesToServer: boolean;
  readonly goesToClients: boolean;
}

/** A configuration file that another one keeps from being read. */
export interface UnreadConfig {
  readonly file: string;
  readonly winner: string;
}

/** `resource_spec` or `launcher_spec`: a block of options per site. */
export interface SiteBlocks {
  readonly entry: Entry | undefined;
  /** The value where it is an object. */
  readonly object: ObjectNode | undefined;
}

/**
 * `resource_spec`, with its blocks sorted once by what they are. Many rules ask for the same few of them, and nobody has to look
 * again at the usual block, which asks for GPUs and their memory in numbers that a site may have: it is in none of the lists.
 */
export interface ResourceBlocks extends SiteBlocks {
  /** All but the usual blocks, `@default` among them. */
  readonly unusual: readonly Entry[];
  readonly requests: readonly ResourceRequest[];
  /** The blocks that are divided by launcher modes, and those that may be; mostly there are none. */
  readonly nested: readonly Entry[];
}

/** What a site's resource manager is asked for. The block `@default` is not among them where the release has one. */
export interface ResourceRequest {
  readonly block: Entry;
  /** The block itself, or its `process` where it is divided by modes. */
  readonly object: ObjectNode;
}

/** The block that a map holds under a site's name, or under the name of its default block. */
export interface SiteBlock {
  readonly site: string;
  readonly entry: Entry;
  readonly value: ConfigNode;
}
