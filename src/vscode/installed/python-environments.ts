import * as vscode from 'vscode';

/** What of the Python extension's interface is used here; it has more. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(environment: {
      readonly path: string;
    }): Promise<{ readonly executable: { readonly sysPrefix: string } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

const PYTHON_EXTENSION = 'ms-python.python';

/** Folders of Python environments that projects keep beside their files; asked in this order. */
const OWN_ENVIRONMENTS = ['.venv', 'venv'];

/** The Python environments of workspace folders: the one that the Python extension has selected, then those that lie in the folder. */
export class PythonEnvironments implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #api: Promise<PythonApi | undefined> | undefined;

  /** Fires when another interpreter is selected, and when more of the machine may be looked at. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#disposables.push(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()));
  }

  /** The folders that Python calls `sys.prefix`, as paths in the folder's file system; the one to be asked first comes first. */
  async prefixesOf({ uri }: vscode.WorkspaceFolder): Promise<readonly string[]> {
    const own = OWN_ENVIRONMENTS.map((name) => vscode.Uri.joinPath(uri, name).path);
    const selected = await this.#selectedIn(uri);
    return selected === undefined ? own : [selected, ...own];
  }

  async #selectedIn(folder: vscode.Uri): Promise<string | undefined> {
    this.#api ??= this.#activate();
    const api = await this.#api;
    if (!api) return undefined;
    try {
      const environment = await api.environments.resolveEnvironment(api.environments.getActiveEnvironmentPath(folder));
      const prefix = environment?.executable.sysPrefix;
      return prefix ? vscode.Uri.file(prefix).path : undefined;
    } catch (error) {
      // Its interface is its own; when it fails, the project is looked at as if there were no Python extension.
      console.warn('FLARE Jobs could not ask the Python extension', error);
      return undefined;
    }
  }

  async #activate(): Promise<PythonApi | undefined> {
    const extension = vscode.extensions.getExtension<PythonApi>(PYTHON_EXTENSION);
    if (!extension) return undefined;
    try {
      const api = await extension.activate();
      if (!api?.environments) return undefined;
      this.#disposables.push(api.environments.onDidChangeActiveEnvironmentPath(() => this.#changed.fire()));
      return api;
    } catch (error) {
      console.warn('FLARE Jobs could not start the Python extension', error);
      return undefined;
    }
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }
}
