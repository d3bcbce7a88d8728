// Made by scripts/generate.mjs; change the rules instead.
import type { AboutRule } from './rule';

/** What there is to read about every rule, by code; loaded only to explain and to list them. */
export const ABOUT: readonly AboutRule[] = [
  {
    "code": "apps/empty-custom",
    "severity": "info",
    "stage": "deploy",
    "summary": "an app has a folder for custom code with nothing in it",
    "why": "The folder `custom` alone makes the job one that brings its own code (BYOC), even when it is empty. Each site then refuses the app unless the submitter may bring code there.",
    "remedy": "Remove the folder when the app needs no code of its own."
  },
  {
    "code": "apps/missing",
    "severity": "error",
    "stage": "submit",
    "summary": "the deploy map names an app that has no folder with a config folder in it",
    "why": "Each key of the deploy map is a folder directly in the job folder, with a folder `config` in it. The server refuses the job otherwise, also when the app goes to no site. Links to folders are not packed.",
    "remedy": "Create the folder, or write the name of the folder that is meant."
  },
  {
    "code": "apps/no-client-config",
    "severity": "error",
    "stage": "submit",
    "summary": "an app goes to clients but has no client configuration",
    "why": "The server refuses a job when an app that goes to a client or to `@ALL` has no `config_fed_client` file directly in its folder `config`.",
    "remedy": "Create the file, or deploy the app to the server only."
  },
  {
    "code": "apps/no-server-config",
    "severity": "error",
    "stage": "submit",
    "summary": "an app goes to the server but has no server configuration",
    "why": "The server refuses a job when an app that goes to the server or to `@ALL` has no `config_fed_server` file directly in its folder `config`.",
    "remedy": "Create the file, or deploy the app to clients only."
  },
  {
    "code": "apps/no-sites",
    "severity": "info",
    "stage": "never",
    "summary": "the deploy map names an app but no site for it",
    "why": "The app is uploaded with the job and must be complete, but no site gets it.",
    "remedy": "Name its sites, or remove the app from the deploy map."
  },
  {
    "code": "apps/not-deployed",
    "severity": "warning",
    "stage": "never",
    "summary": "a folder of the job is an app that the deploy map does not name",
    "why": "The folder is packed and uploaded with the job, but no site gets it.",
    "remedy": "Deploy the app to sites, or move the folder out of the job."
  },
  {
    "code": "apps/read-differently",
    "severity": "warning",
    "stage": "never",
    "summary": "something in a configuration of an app is read otherwise than it looks, or not by every version of the library that reads it",
    "why": "HOCON and YAML have rules of their own for strings without quotes, and the libraries that NVFLARE reads them with differ from their definitions in places. NVFLARE does not say which OmegaConf a site installs, and 2.4 refuses a colon without a space behind it in brackets.",
    "remedy": "Put strings in quotes, and spaces between values."
  },
  {
    "code": "apps/shadowed-config",
    "severity": "warning",
    "stage": "never",
    "summary": "an app has two configurations for one side, and NVFLARE reads only one",
    "why": "A running job searches all of `config/` and takes the ending `.json` before `.conf` before `.yml` before `.yaml` before `.default` files, however deep the file lies. At submission the server looks only directly in `config/`, so the two may even read different files.",
    "remedy": "Keep one file, or give the other another name."
  },
  {
    "code": "apps/unreadable-config",
    "severity": "error",
    "stage": "deploy",
    "summary": "a configuration of an app cannot be read",
    "why": "Nobody reads it when the job is submitted. Each site that gets the app refuses it then; the simulator goes on and ends with exit code 0. OmegaConf 2.3 refuses a tab between values, which 2.4 takes; NVFLARE does not say which of them is installed, so that is a warning.",
    "remedy": "Correct the text at the marked place."
  },
  {
    "code": "apps/unreadable-server-config",
    "severity": "error",
    "stage": "submit",
    "summary": "the server configuration cannot be read",
    "why": "Since 2.9 the server parses `config_fed_server` when a job is submitted. It refuses a JSON mistake without naming the file, and answers with an internal error to a mistake in HOCON or YAML. OmegaConf 2.3 refuses a tab between values, which 2.4 takes; NVFLARE does not say which of them is installed, so that is a warning.",
    "remedy": "Correct the text at the marked place."
  },
  {
    "code": "arguments/missing",
    "severity": "error",
    "stage": "run",
    "summary": "an argument that the constructor needs is not given",
    "why": "The constructor has no default for the argument, so NVFLARE cannot make the object. The job ends with an error about parameters; on a client the simulator still exits with 0.",
    "remedy": "Give the argument under `args`."
  },
  {
    "code": "arguments/taken-for-a-component",
    "severity": "error",
    "stage": "run",
    "summary": "an argument is an object with a path of a file, which NVFLARE takes for a component",
    "why": "An object among the arguments that has the key `path`, `class_path` or `name` is built as a component when the value looks like a class path, and a file with an ending does. The job then ends with an error.",
    "remedy": "Add `\"config_type\": \"dict\"` to the object, which is passed on with it, or give the key another name."
  },
  {
    "code": "arguments/unknown",
    "severity": "error",
    "stage": "run",
    "summary": "an argument is none that the constructor takes",
    "why": "NVFLARE passes the entries of `args` to the constructor by their names. One that it does not take ends the job with an error about parameters; on a client the simulator still exits with 0.",
    "remedy": "Correct the name, or remove the argument."
  },
  {
    "code": "arguments/wrong-type",
    "severity": "warning",
    "stage": "run",
    "summary": "an argument is of another type than the constructor declares",
    "why": "Many constructors of NVFLARE check the types of their arguments and refuse others; custom code often fails later, in the middle of a run.",
    "remedy": "Write the value as the declared type; numbers and true or false without quotes."
  },
  {
    "code": "classes/bad-name",
    "severity": "error",
    "stage": "run",
    "summary": "a component is named by a class name that NVFLARE does not know, or that several classes have",
    "why": "Under `name` a bare class name is looked up in a table of classes that come with NVFLARE. A name that is not in it, or that several classes have, ends the job with a configuration error. Custom code is never found this way.",
    "remedy": "Write `path` with module and class."
  },
  {
    "code": "classes/module-elsewhere",
    "severity": "warning",
    "stage": "run",
    "summary": "a module is not in the app's custom code, but in another app's, or nearly has the name of one that is, or of NVFLARE",
    "why": "Each site sees only the folder `custom` of the app that it gets, besides what is installed there. A module that is in neither cannot be imported, and the job ends when it starts.",
    "remedy": "Copy the module into `custom` of this app, or correct its name. A module that is installed at the sites needs nothing."
  },
  {
    "code": "classes/not-in-custom-code",
    "severity": "error",
    "stage": "run",
    "summary": "a class path names a class that its module, in the app's custom code or a folder of code, does not have",
    "why": "NVFLARE imports the module from the folder `custom` of the app and takes the class from it; a module in a folder that the setting `codeFolders` names is installed at the sites. When it is not there the job ends; on a client the simulator still exits with 0.",
    "remedy": "Correct the name, or add the class to the module."
  },
  {
    "code": "classes/not-in-nvflare",
    "severity": "error",
    "stage": "run",
    "summary": "a class path names something that the release of NVFLARE does not have",
    "why": "NVFLARE imports the module and takes the class from it when the job starts. A path that its release does not have ends the job: on the server with a configuration error, on a client with a log that the submitter does not see; the simulator then still exits with 0.",
    "remedy": "Correct the path, or set `flareJobs.targetVersion` to the release that your server runs."
  },
  {
    "code": "classes/wrong-kind",
    "severity": "error",
    "stage": "run",
    "summary": "a workflow, executor or filter is of a class of another kind",
    "why": "NVFLARE builds the object and then refuses it: workflows must inherit from Controller, executors from Executor, filters from Filter.",
    "remedy": "Use a class of the right kind, or move the component to the section that it belongs to."
  },
  {
    "code": "clients/invalid-min-clients",
    "severity": "error",
    "stage": "submit",
    "summary": "min_clients is a value that the server refuses",
    "why": "The least number of clients must be a whole number from 1 to 1,000,000. The server refuses other values, and what it cannot read as a number.",
    "remedy": "Write a whole number without quotes."
  },
  {
    "code": "clients/mandatory-never-there",
    "severity": "error",
    "stage": "schedule",
    "summary": "a mandatory client can never be there",
    "why": "With `@ALL` the server does not look at the mandatory clients at submission. The scheduler then waits for a client of exactly that name and gives up after ten attempts, about forty minutes later.",
    "remedy": "Write a list with the names of client sites."
  },
  {
    "code": "clients/mandatory-not-a-list",
    "severity": "error",
    "stage": "submit",
    "summary": "mandatory_clients is a value that the server cannot go through",
    "why": "When the deploy map names its sites, the server goes through the mandatory clients and answers with an internal error to a number, to true, and to a list of lists or objects.",
    "remedy": "Write a list of site names."
  },
  {
    "code": "clients/mandatory-not-deployed",
    "severity": "error",
    "stage": "submit",
    "summary": "a mandatory client gets no app",
    "why": "When the deploy map names its sites, the server refuses a job with a mandatory client that is not among them. `server` is not a client. A plain text is taken for its single letters.",
    "remedy": "Write the name as in the deploy map, or deploy an app to the site."
  },
  {
    "code": "clients/min-clients-not-an-integer",
    "severity": "error",
    "stage": "schedule",
    "summary": "min_clients is not written as a whole number",
    "why": "The check at submission converts the value only for itself; the job keeps it as written. The scheduler cannot compare a string or null with the number of clients, so the job never starts, and no job that was submitted after it starts either until an admin removes it.",
    "remedy": "Write a whole number without quotes, or leave the key out for 1."
  },
  {
    "code": "clients/too-few-sites",
    "severity": "error",
    "stage": "submit",
    "summary": "min_clients asks for more clients than the deploy map names",
    "why": "When the deploy map names its sites, the server counts the different ones besides the server and refuses a job that asks for more.",
    "remedy": "Lower `min_clients`, or deploy to more sites."
  },
  {
    "code": "code/absolute-path",
    "severity": "info",
    "stage": "run",
    "summary": "an app that goes to several sites names a path in the home folder of one machine",
    "why": "All sites of the app get the same configuration. A path in somebody’s home folder is there on one machine only, and the job fails on the others.",
    "remedy": "Use a path that all sites agree on, a variable such as `{WORKSPACE}` or `{$DATA_DIR}`, or an app for each site."
  },
  {
    "code": "code/not-allowed",
    "severity": "warning",
    "stage": "run",
    "summary": "a job without code of its own uses a class that sites do not allow by default",
    "why": "Since 2.8 sites build only classes of a list in a job that brings no code of its own, and none that is named by `name`. The job ends with an error about a component that is not authorised. A site may have another list than the default one.",
    "remedy": "Use a class of the list, ask the sites to extend `class_allow_list` in their resources, or bring code of your own if you have the right to."
  },
  {
    "code": "code/script-missing",
    "severity": "warning",
    "stage": "run",
    "summary": "an argument names a script that the app does not bring",
    "why": "Each site gets the files of the app, and looks for the script below `custom/`. When it is not there the task fails on the first round, at every site.",
    "remedy": "Put the script into `custom/` of this app, or correct its path."
  },
  {
    "code": "code/secret",
    "severity": "warning",
    "stage": "never",
    "summary": "a password, key or token stands in a configuration",
    "why": "The server stores the job, and sends the app to all its sites. Who may list or download jobs can read what stands in it.",
    "remedy": "Take the value from the environment of the site by `{$NAME}`, and change the secret if the file was shared already."
  },
  {
    "code": "components/args-not-an-object",
    "severity": "error",
    "stage": "run",
    "summary": "the arguments of a component are not an object",
    "why": "NVFLARE passes the entries of `args` to the constructor by their names. Anything but an object ends the job with a configuration error; the key may be left out. The same goes for what `class_attributes` in it replaces the arguments by.",
    "remedy": "Write the arguments by name, or leave `args` out."
  },
  {
    "code": "components/no-class",
    "severity": "error",
    "stage": "run",
    "summary": "a component does not say which class it is of",
    "why": "NVFLARE builds a component from the class that `path`, `class_path` or `name` gives; the first of them that is there decides, even when its value is no good. Without one the job ends with a configuration error.",
    "remedy": "Write the path of the class, module and class joined by dots."
  },
  {
    "code": "components/no-id",
    "severity": "error",
    "stage": "run",
    "summary": "a component of the section components has no id, or an id is not a string",
    "why": "Other components find those of `components` by their ids, so each needs one. A workflow without one goes by the name of its class. The job ends with a configuration error otherwise.",
    "remedy": "Give it an id of its own."
  },
  {
    "code": "components/not-an-object",
    "severity": "error",
    "stage": "run",
    "summary": "a component, workflow, executor or filter is not an object",
    "why": "NVFLARE builds each component from an object with the path of its class and its arguments. Whatever else stands in its place ends the job with a configuration error; on a client the simulator still exits with 0.",
    "remedy": "Write an object with a `path`, or take the value away."
  },
  {
    "code": "components/nothing-there",
    "severity": "error",
    "stage": "run",
    "summary": "a workflow, executor or filter is left out, empty or disabled, where NVFLARE needs one",
    "why": "Only entries of `components` can be disabled. A workflow, an executor or a filter that NVFLARE does not build is no object of the class it asks for, and the job ends with a configuration error.",
    "remedy": "Give it a class, or remove the whole entry."
  },
  {
    "code": "components/outside-args",
    "severity": "warning",
    "stage": "run",
    "summary": "arguments stand beside \"args\", where NVFLARE does not look for them",
    "why": "NVFLARE passes to the constructor what stands under `args`, and passes over every other key of a component without a word. The object is made with defaults, or not at all where an argument has none.",
    "remedy": "Put the arguments into an object under `args`."
  },
  {
    "code": "config/format-version",
    "severity": "error",
    "stage": "run",
    "summary": "a configuration does not say \"format_version\": 2",
    "why": "Every configuration must say `format_version` 2, as a whole number. The job ends with a configuration error otherwise; on a client the simulator still exits with 0.",
    "remedy": "Write `\"format_version\": 2` as the first entry."
  },
  {
    "code": "config/misspelt-section",
    "severity": "warning",
    "stage": "never",
    "summary": "a list of objects at the top of a configuration has nearly the name of a section",
    "why": "Keys that NVFLARE does not know are free for variables, so a misspelt section is not reported by it. Nothing in it is built.",
    "remedy": "Give the section its right name."
  },
  {
    "code": "config/not-a-positive-number",
    "severity": "error",
    "stage": "run",
    "summary": "an interval or timeout of a configuration is not a number above 0",
    "why": "NVFLARE reads these three values itself and ends the job with a configuration error when one is not a number above 0: `server.heart_beat_timeout` (60 seconds when left out), `server.task_request_interval` (2) and, on clients, `default_task_fetch_interval` (0.5).",
    "remedy": "Write a number of seconds."
  },
  {
    "code": "config/nothing-to-run",
    "severity": "error",
    "stage": "run",
    "summary": "a server configuration has no workflow, or a client configuration no executor",
    "why": "A server needs at least one workflow and a client at least one executor. The job ends with a configuration error otherwise; on a client the simulator still exits with 0.",
    "remedy": "Add a workflow or an executor."
  },
  {
    "code": "config/section-not-a-list",
    "severity": "warning",
    "stage": "never",
    "summary": "a section of a configuration is not a list, so NVFLARE passes it over",
    "why": "NVFLARE looks for the elements of a list. A section of another type is not an error to it: nothing in it is built. Components and filters are then missing in silence; missing workflows or executors end the job.",
    "remedy": "Put the objects into a list."
  },
  {
    "code": "deploy-map/all-with-others",
    "severity": "error",
    "stage": "submit",
    "summary": "@ALL stands beside other sites",
    "why": "`@ALL` already means the server and every client that is connected. The server refuses a deploy map that names it together with any other site, in the same app or in another, or names it twice.",
    "remedy": "Keep `@ALL` alone, or name all sites one by one."
  },
  {
    "code": "deploy-map/invalid-app-name",
    "severity": "error",
    "stage": "submit",
    "summary": "an app has a name that the server refuses",
    "why": "Since 2.8 the name of an app starts with a letter or digit and goes on with letters, digits, dots, underscores and hyphens. The name is also the name of its folder, directly in the job folder.",
    "remedy": "Rename the key and the folder."
  },
  {
    "code": "deploy-map/invalid-sites",
    "severity": "error",
    "stage": "submit",
    "summary": "the sites of an app are written in a form that the server does not read",
    "why": "The sites of an app are a list of names. 2.6 added objects with a list under `sites` inside that list; 2.7.2 added a single name as a string and an object with a list under `sites` or `targets`. The server refuses other forms, or takes a string for its single letters.",
    "remedy": "Write a list of site names, which every release and the simulator read."
  },
  {
    "code": "deploy-map/missing",
    "severity": "error",
    "stage": "submit",
    "summary": "the meta has no deploy_map, or an empty one",
    "why": "The deploy map says which app goes to which sites. Without it there is nothing to deploy, and the server refuses the job.",
    "remedy": "Add `deploy_map` with one key per app folder and its sites as a list."
  },
  {
    "code": "deploy-map/no-client",
    "severity": "error",
    "stage": "submit",
    "summary": "only the server is deployed to",
    "why": "A job needs at least one client. When the deploy map names just the server, its check fails with an internal error that has no text.",
    "remedy": "Name at least one client site, or write `[\"@ALL\"]`."
  },
  {
    "code": "deploy-map/no-server",
    "severity": "error",
    "stage": "submit",
    "summary": "no app is deployed to the server",
    "why": "Since 2.3 the server refuses a job whose deploy map names sites but not `server`. Only this spelling counts, whatever the host of the server is called.",
    "remedy": "Add `server` to the sites of the app that holds the workflows."
  },
  {
    "code": "deploy-map/no-site",
    "severity": "error",
    "stage": "submit",
    "summary": "the deploy map names apps but no site",
    "why": "The server refuses a job none of whose apps goes anywhere.",
    "remedy": "Name the sites of each app, or write `[\"@ALL\"]` for the server and all clients."
  },
  {
    "code": "deploy-map/not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "deploy_map is not an object of apps",
    "why": "The server expects an object whose keys are app folders and whose values are their sites. Any other value is refused; before 2.8 the server answered with an internal error.",
    "remedy": "Write `{ \"app\": [\"server\", \"site-1\"] }` with the name of your app folder."
  },
  {
    "code": "deploy-map/not-for-simulator",
    "severity": "info",
    "stage": "never",
    "summary": "the sites of an app are written in a form that the simulator does not read",
    "why": "The server reads the sites of an app also as a string or as objects; the simulator reads only a list of strings and stops with a Python error at any other form.",
    "remedy": "Write a plain list of site names when the job shall run in the simulator too."
  },
  {
    "code": "deploy-map/similar-sites",
    "severity": "warning",
    "stage": "schedule",
    "summary": "two sites have nearly the same name",
    "why": "Names of sites are compared letter by letter. `site-1`, `Site-1` and `site_1` are three sites to NVFLARE, and those that do not exist are passed over in silence.",
    "remedy": "Keep the name that the federation knows."
  },
  {
    "code": "deploy-map/site-not-a-string",
    "severity": "error",
    "stage": "submit",
    "summary": "a list of sites inside of a list holds something that is not a string",
    "why": "In an object among the sites of an app, the server takes every element of `sites` or `targets` for a name without looking, and answers with an internal error when it is something else.",
    "remedy": "Write the name of the site as a string."
  },
  {
    "code": "deploy-map/site-twice",
    "severity": "error",
    "stage": "submit",
    "summary": "a site is named twice in the deploy map",
    "why": "Each site gets exactly one app. The server refuses a job that names a site twice, also when both times it is the same app.",
    "remedy": "Remove the site from all but one list."
  },
  {
    "code": "deploy-map/sites-misread",
    "severity": "warning",
    "stage": "schedule",
    "summary": "the letters of a text, or the keys of an object, are taken for sites",
    "why": "Before 2.7.2 the sites of an app were a list and nothing else, but the server did not look. Of a text it took each letter for a site, of an object each key. Where the rest of the deploy map has a server and no site twice, the job is accepted, and the sites that were meant never get it.",
    "remedy": "Write a list of site names, which every release and the simulator read."
  },
  {
    "code": "deploy-map/unknown-entry-key",
    "severity": "error",
    "stage": "submit",
    "summary": "an object in a list of sites has a key that the server refuses",
    "why": "Since 2.8 an object in the list of sites of an app may hold `sites` or `targets` and nothing else. `image`, which 2.6 and 2.7 read there, moved to `launcher_spec`.",
    "remedy": "Remove the key; write a container image under `launcher_spec`."
  },
  {
    "code": "deploy-map/unlikely-site-name",
    "severity": "warning",
    "stage": "schedule",
    "summary": "no site can have this name",
    "why": "Sites are provisioned with letters, digits, hyphens and underscores in their names, and a job finds a site only under exactly its name. Sites that are not connected are passed over in silence, so the job runs without this one, or waits for it.",
    "remedy": "Write the name as the project file of the federation has it."
  },
  {
    "code": "filters/direction",
    "severity": "error",
    "stage": "run",
    "summary": "the direction of a filter is none that NVFLARE knows",
    "why": "Since 2.4 a filter may say for which direction it is: `in`, `out` or `inout`, in any letter case. Anything else ends the job with a configuration error.",
    "remedy": "Write one of the three, or leave the key out: data then goes out of the server and into clients, results the other way."
  },
  {
    "code": "filters/never-applied",
    "severity": "warning",
    "stage": "never",
    "summary": "filters are for a task that never passes any",
    "why": "In swarm learning, cyclic learning and cross-site evaluation that clients control, a controller in the client asks for `train` by a plain call of the executor. Filters are only applied to tasks that come from the server or from another client, so those for `train` are never reached, and what they were to protect leaves as it is: with `swarm_report_learn_result` and `swarm_learn`.",
    "remedy": "Put the filters into `task_data_filters` of the client with the direction `out`, for the tasks that clients send one another: `swarm_report_learn_result` for what is trained, `swarm_learn` and `swarm_report_final_result` for the model of all."
  },
  {
    "code": "filters/nothing-in-list",
    "severity": "error",
    "stage": "run",
    "summary": "an entry of a filter section has no list of filters",
    "why": "Each entry of `task_data_filters` and `task_result_filters` needs a list of filters with at least one element. The job ends with a configuration error otherwise.",
    "remedy": "Add a filter, or remove the entry."
  },
  {
    "code": "filters/pattern",
    "severity": "warning",
    "stage": "never",
    "summary": "a filter is for a pattern of tasks, so it never runs",
    "why": "Executors may be for patterns such as `train*`, filters may not: NVFLARE looks for a filter under exactly the name of the task. A privacy filter for `*` is off without a word.",
    "remedy": "Name every task that the filter is for."
  },
  {
    "code": "filters/two-chains",
    "severity": "error",
    "stage": "run",
    "summary": "two filter lists of one section are for the same task and direction",
    "why": "For one task and direction there is one list of filters in a section. A second one ends the job with a configuration error.",
    "remedy": "Put the filters into one list, in the order in which they shall run."
  },
  {
    "code": "filters/unknown-task",
    "severity": "warning",
    "stage": "never",
    "summary": "a filter is for a task that nothing sends and no executor is for",
    "why": "Filters are looked up by the exact name of a task. A misspelt one is off without a word, which matters most for filters that guard privacy.",
    "remedy": "Correct the name of the task."
  },
  {
    "code": "ids/cleanser-missing",
    "severity": "warning",
    "stage": "never",
    "summary": "a privacy filter of statistics names a cleanser that is not there, so it never runs",
    "why": "The filter looks its cleansers up by their ids and passes over those that it does not find. Statistics then leave the site as they are, and no log says so.",
    "remedy": "Correct the id, or add the cleanser to the components of the same configuration."
  },
  {
    "code": "ids/default-missing",
    "severity": "warning",
    "stage": "run",
    "summary": "a class asks for a component by a default id that no component of the configuration has",
    "why": "An argument that is left out may still ask for a component: its default is an id, such as \"persistor\" or \"aggregator\". Mostly the job ends when there is no such component; a controller that finds no persistor goes on and does not save its model.",
    "remedy": "Add the component under that id, or give the argument."
  },
  {
    "code": "ids/duplicate",
    "severity": "error",
    "stage": "run",
    "summary": "two components or workflows of one configuration have the same id",
    "why": "Components and workflows of one configuration share their ids. The job ends with a configuration error when one comes twice.",
    "remedy": "Give each its own id."
  },
  {
    "code": "ids/unknown",
    "severity": "error",
    "stage": "run",
    "summary": "an argument asks for a component by an id that no component of the configuration has",
    "why": "Ids are looked up when the run has started, on the side whose configuration holds them. One that is not found ends the job, mostly with an error about the type of the component; a controller that finds no persistor goes on and never saves its model.",
    "remedy": "Correct the id, or add the component."
  },
  {
    "code": "ids/unused",
    "severity": "info",
    "stage": "never",
    "summary": "a component waits to be asked for by its id, and nothing asks for it",
    "why": "Aggregators, persistors, shareable generators, learners, model locators, formatters and cleansers work only for what asks for them by their id. One that nobody asks for is built and then does nothing; often a reference has another id than was meant.",
    "remedy": "Remove the component, or give its id to what should use it."
  },
  {
    "code": "ids/wrong-kind",
    "severity": "error",
    "stage": "run",
    "summary": "an argument asks for a component of one kind, and the id is that of another kind",
    "why": "What asks for a component looks at its class first. One of another kind ends the job; a controller goes on without a persistor and never saves its model.",
    "remedy": "Give the id of a component of the right kind."
  },
  {
    "code": "job/folder-name",
    "severity": "warning",
    "stage": "pack",
    "summary": "the FLARE API refuses the name of the job folder",
    "why": "Since 2.8 the FLARE API submits only folders whose names have letters, digits, dots, hyphens and underscores and start with a letter or digit. The admin console, `nvflare job submit` and the simulator do not mind.",
    "remedy": "Rename the folder."
  },
  {
    "code": "job/legacy-app",
    "severity": "warning",
    "stage": "submit",
    "summary": "the folder is an app without a job around it",
    "why": "Before 2.1 an app with `config` and `custom` was submitted as it is. The simulator still takes such a folder and runs it on all sites; the server refuses it since 2.4, because it has no meta file.",
    "remedy": "Move `config` and `custom` into a folder of their own and add a `meta.json` that deploys it."
  },
  {
    "code": "job/link",
    "severity": "warning",
    "stage": "pack",
    "summary": "the job folder holds a symbolic link",
    "why": "The admin console and the FLARE API pack a linked folder as an empty one. Since 2.9 they refuse any link when they sign the job, which they do wherever the user has a private key. `nvflare job submit` makes a copy first and so packs what a link points to. A link to nothing stops all of them, and the simulator.",
    "remedy": "Put a copy in the place of the link; remove a link to nothing."
  },
  {
    "code": "job/template",
    "severity": "info",
    "stage": "submit",
    "summary": "the folder is a template for jobs, not a job",
    "why": "In a template the configurations lie beside the meta file, and places are left open in them. `nvflare job create` makes a job of it. The server refuses the template itself, because no app has a folder `config`. Templates are not checked further.",
    "remedy": "Run `nvflare job create` with it."
  },
  {
    "code": "job/truncated",
    "severity": "info",
    "stage": "never",
    "summary": "the job folder holds so many files that not all were looked at",
    "why": "Every file below the folder is packed, sent to the server and from there to each site. A folder with many thousand files usually carries data, environments or results that do not belong in a job.",
    "remedy": "Move what the apps do not need out of the job folder."
  },
  {
    "code": "launcher/block-not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "the launcher options of a site are not an object",
    "why": "Every value in `launcher_spec` must be an object with a launcher mode as each key; the server refuses the job otherwise.",
    "remedy": "Write the options under their mode, `{ \"docker\": { \"image\": … } }`, or take the site out."
  },
  {
    "code": "launcher/docker-option-refused-later",
    "severity": "info",
    "stage": "never",
    "summary": "a Docker option works in 2.8, but is refused by 2.9",
    "why": "In 2.8 the launcher for Docker hands nearly every option of a job on to Docker. A server of 2.9 refuses a job with other options than `image`, `python_path`, `entrypoint`, `num_of_gpus` and `shm_size`.",
    "remedy": "Ask the sites to set the option, before the federation moves to 2.9."
  },
  {
    "code": "launcher/hides-resources",
    "severity": "warning",
    "stage": "never",
    "summary": "launcher options in resource_spec are replaced by launcher_spec",
    "why": "The options of a launcher mode under a site in `resource_spec` are the older form. They count only where `launcher_spec` says nothing for the mode, neither for the site nor in `default`; they are not merged with it.",
    "remedy": "Move the options to the block of the site in `launcher_spec`."
  },
  {
    "code": "launcher/ignored-docker-option",
    "severity": "warning",
    "stage": "never",
    "summary": "a Docker option is one that the launcher sets itself",
    "why": "In 2.8 the launcher for Docker hands most options on, but sets folders, network, environment, command, name and user itself. What a job says about them is ignored, with a warning in the log of the site. In 2.9 the server refuses such a job.",
    "remedy": "Take the option out."
  },
  {
    "code": "launcher/invalid-docker-option",
    "severity": "error",
    "stage": "submit",
    "summary": "a Docker option has a value that the server refuses",
    "why": "Since 2.9 the server checks the Docker options of a job: strings must say something, `num_of_gpus` is a whole number, and `shm_size` a number of bytes or a string with the unit b, k, m or g.",
    "remedy": "Correct the value, or take the option out."
  },
  {
    "code": "launcher/invalid-k8s-option",
    "severity": "warning",
    "stage": "run",
    "summary": "an option for Kubernetes has a value that cannot work",
    "why": "The server does not look at these options. The launcher at the site, or Kubernetes itself, refuses the value, and the pod is not started; a memory without a unit is a number of bytes.",
    "remedy": "Write quantities as Kubernetes does: \"8Gi\" for memory and storage, \"4\" or \"500m\" for processors."
  },
  {
    "code": "launcher/invalid-slurm-option",
    "severity": "warning",
    "stage": "run",
    "summary": "an option for Slurm has a value that its launcher refuses",
    "why": "The server does not look at these options. The launcher at a site that runs its jobs with Slurm fails on the value, so the job does not start there.",
    "remedy": "Write whole numbers for counts, MiB for `mem_per_node`, and a string for `time`."
  },
  {
    "code": "launcher/mode-not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "the options of a launcher mode are not an object",
    "why": "Under each mode in `launcher_spec` the server expects an object of options, and refuses the job otherwise; null is refused too.",
    "remedy": "Write the options as an object, `{ \"image\": … }`, or take the mode out."
  },
  {
    "code": "launcher/no-image",
    "severity": "warning",
    "stage": "run",
    "summary": "a job has options for a container, but no image",
    "why": "The launchers for Docker and Kubernetes start a job in the image that it names for the site, in the block of the site or in `default`. Without one the job does not start there, unless, since 2.9, the study of the job has an image at that site.",
    "remedy": "Add `image` to the block of the site, or to `default`."
  },
  {
    "code": "launcher/not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "launcher_spec is not an object",
    "why": "The server looks for one block per site in `launcher_spec` and refuses a job in which it is anything but an object or null.",
    "remedy": "Write an object with the name of a site, or `default`, as each key, or leave `launcher_spec` out."
  },
  {
    "code": "launcher/site-not-a-string",
    "severity": "error",
    "stage": "submit",
    "summary": "a site in launcher_spec is not a string",
    "why": "YAML reads keys such as `1`, `on` and `null` as numbers, booleans and null. The server takes every key of `launcher_spec` for a string, and answers with an internal error.",
    "remedy": "Put the name of the site in quotes."
  },
  {
    "code": "launcher/site-not-deployed",
    "severity": "warning",
    "stage": "never",
    "summary": "launcher_spec has a block for a site that the job does not go to",
    "why": "Blocks are found by the exact name of a site. The block of a site that the job is not deployed to is never read, and the site that was meant may lack its image.",
    "remedy": "Write the name as `deploy_map` has it, or take the block out."
  },
  {
    "code": "launcher/slurm-nodes",
    "severity": "warning",
    "stage": "run",
    "summary": "the nodes of a Slurm job do not fit its GPUs or its command",
    "why": "The launcher for Slurm does not start a job whose `num_of_gpus` is not `nodes` times `gpus_per_node`, one with several nodes and GPUs but no `gpus_per_node`, and one whose `additional_node_command` has no second node to run on, or belongs to the server.",
    "remedy": "Make the numbers agree. For a job on one node leave `nodes` and `additional_node_command` out."
  },
  {
    "code": "launcher/unknown-docker-option",
    "severity": "error",
    "stage": "submit",
    "summary": "a Docker option is not among those that a job may set",
    "why": "Since 2.9 a job may set only `image`, `python_path`, `entrypoint`, `num_of_gpus` and `shm_size` for Docker; all else belongs to the site. The server refuses a job with any other option. In 2.8 options such as `ipc_mode` were handed on to Docker.",
    "remedy": "Take the option out, and ask the site to set it if the job needs it."
  },
  {
    "code": "launcher/unknown-k8s-option",
    "severity": "warning",
    "stage": "never",
    "summary": "an option for Kubernetes is one that its launcher does not know",
    "why": "The launcher for Kubernetes reads the options that it knows and passes over all others in silence, so the pod runs without what was asked for.",
    "remedy": "Use the name that the launcher knows, or take the option out."
  },
  {
    "code": "launcher/unknown-mode",
    "severity": "error",
    "stage": "submit",
    "summary": "a block of launcher_spec has a launcher mode that the release does not know",
    "why": "A block of `launcher_spec` holds options by launcher mode: `process`, `docker`, `k8s` and since 2.9 `slurm`, in exactly this spelling. The server refuses any other key.",
    "remedy": "Use one of the modes, and put the options under it."
  },
  {
    "code": "launcher/unknown-slurm-option",
    "severity": "warning",
    "stage": "run",
    "summary": "an option for Slurm is one that its launcher does not know",
    "why": "The launcher for Slurm fails on an option that it does not know, so the job does not start at a site that runs its jobs with Slurm. Partition, account and quality of service belong to the site and are no options of a job.",
    "remedy": "Use the name that the launcher knows, or take the option out."
  },
  {
    "code": "launcher/unlikely-slurm-memory",
    "severity": "warning",
    "stage": "run",
    "summary": "a Slurm job has hardly any memory",
    "why": "The option `mem_per_node` counts MiB. With a few of them Slurm ends the job as soon as it loads its libraries.",
    "remedy": "Write the memory in MiB: 32768 for 32 GiB."
  },
  {
    "code": "launcher/unread-process-options",
    "severity": "info",
    "stage": "never",
    "summary": "launcher_spec has options for the process launcher, which reads none",
    "why": "The launcher that starts a job as a process of the site takes no options from a job. The server accepts `process` in `launcher_spec`, and nobody looks at what is under it.",
    "remedy": "Take it out. What a process needs of the site is asked for in `resource_spec`."
  },
  {
    "code": "launcher/wrong-default",
    "severity": "warning",
    "stage": "never",
    "summary": "a block of launcher_spec is meant for all sites, but has the wrong name",
    "why": "The block `default` of `launcher_spec` holds for every site. `@default`, which is right in `resource_spec`, and `@ALL`, which is right in `deploy_map`, are taken for the names of sites here, and no site reads them.",
    "remedy": "Name the block `default`."
  },
  {
    "code": "meta/duplicate-key",
    "severity": "warning",
    "stage": "never",
    "summary": "a key is given twice in one object",
    "why": "Of two equal keys in an object the last one counts, and what the first one says is lost without a word. HOCON merges the two when both are objects; that is not reported.",
    "remedy": "Remove one of them."
  },
  {
    "code": "meta/invalid-job-id",
    "severity": "error",
    "stage": "submit",
    "summary": "job_id is not a name that the server takes for an id",
    "why": "Since 2.8 the server refuses a job id that is not a string of letters, digits, dots, hyphens and underscores which starts with a letter or digit. It makes an id itself when there is none.",
    "remedy": "Remove `job_id`."
  },
  {
    "code": "meta/job-id-set",
    "severity": "warning",
    "stage": "never",
    "summary": "the meta file brings a job id of its own",
    "why": "A job id stays in a meta file that was downloaded or copied from a job that ran. Since 2.8 the server refuses an id that is already in its store; from 2.4 to 2.7 the new job replaces the stored one with all its results.",
    "remedy": "Remove `job_id`, and the server makes a new one."
  },
  {
    "code": "meta/key-too-new",
    "severity": "warning",
    "stage": "never",
    "summary": "a key of the meta file came with a later release",
    "why": "The release that the job is checked for does not read the key. It accepts the job and runs it without what the key says.",
    "remedy": "Remove the key, or name the release that the job is meant for. What `launcher_spec` says of images stands in `deploy_map` in 2.6 and 2.7."
  },
  {
    "code": "meta/missing",
    "severity": "error",
    "stage": "submit",
    "summary": "the job has no meta file, or an empty one",
    "why": "The meta file says which app goes to which sites. The server looks for it directly in the job folder and refuses a job without it, or with nothing in it.",
    "remedy": "Add a `meta.json` with `name`, `min_clients` and `deploy_map`."
  },
  {
    "code": "meta/misspelt-key",
    "severity": "warning",
    "stage": "never",
    "summary": "a key of the meta file is probably misspelt",
    "why": "NVFLARE keeps keys that it does not know and never reads them. What a misspelt key should say is then not said, and the default holds: any number of clients is enough, no client must take part, no resources are reserved.",
    "remedy": "Rename the key."
  },
  {
    "code": "meta/name-not-a-string",
    "severity": "error",
    "stage": "never",
    "summary": "the name of the job is not a string",
    "why": "Nobody checks the name. Since 2.8 the server cannot list any jobs for any user while it holds one whose name is not a string; before, it could not list them by name. In HOCON and YAML a name of digits, or `yes`, is such a value unless it stands in quotes.",
    "remedy": "Put the name in quotes."
  },
  {
    "code": "meta/no-name",
    "severity": "hint",
    "stage": "pack",
    "summary": "the job has no name",
    "why": "Lists of jobs then show the name of the submitted folder, and `nvflare job submit` submits a copy of the folder with a random name. A name at the start also keeps that command from losing the rest of a file that starts with an object.",
    "remedy": "Add `name` as the first key."
  },
  {
    "code": "meta/not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "the meta file holds something else than keys and values",
    "why": "The server asks the value of the file for its keys. It answers a list or a single value with an internal error.",
    "remedy": "Write an object: `{ \"name\": \"my-job\", \"deploy_map\": { \"app\": [\"@ALL\"] } }`."
  },
  {
    "code": "meta/not-checked",
    "severity": "error",
    "stage": "pack",
    "summary": "the meta file could not be opened, or is too large to be checked",
    "why": "Nothing that stands in the file was checked. What the computer does not let us read, the submitting tool cannot pack either.",
    "remedy": "Let the file be read; move data that made it large to where the job reads it at run time."
  },
  {
    "code": "meta/read-differently",
    "severity": "warning",
    "stage": "never",
    "summary": "something in the meta file is read otherwise than it looks, or not by every version of the library that reads it",
    "why": "HOCON and YAML have rules of their own for strings without quotes, and the libraries that NVFLARE reads them with differ from their definitions in places. The job is accepted with another value than the one that seems to stand there. NVFLARE does not say which OmegaConf a server installs, and 2.4 refuses a colon without a space behind it in brackets.",
    "remedy": "Put strings in quotes, and spaces between values."
  },
  {
    "code": "meta/schedule-count",
    "severity": "error",
    "stage": "schedule",
    "summary": "a count of the scheduler stands in the meta file and keeps the job from starting",
    "why": "The server does not take its own counts out of a meta file that was copied from a job that ran. A job with ten attempts or more is given up at once, and values of another type stop the scheduler.",
    "remedy": "Remove `schedule_count`, `last_schedule_time` and `schedule_history`."
  },
  {
    "code": "meta/server-key",
    "severity": "warning",
    "stage": "never",
    "summary": "a key of the meta file is one that only the server sets",
    "why": "Keys such as `status`, `submit_time` and `submitter_name` come into a meta file when it is copied from a job that ran. The server overwrites most of them; what it keeps is told as if it had happened to the new job.",
    "remedy": "Remove the key."
  },
  {
    "code": "meta/shadowed",
    "severity": "warning",
    "stage": "never",
    "summary": "the job has two meta files, and NVFLARE reads only one",
    "why": "NVFLARE takes the first that it finds of `meta.json`, `meta.conf`, `meta.yml`, `meta.yaml` and the same names with `.default`. What stands in the others is never read.",
    "remedy": "Keep one of them."
  },
  {
    "code": "meta/unknown-key",
    "severity": "info",
    "stage": "never",
    "summary": "a key of the meta file is one that NVFLARE does not know",
    "why": "NVFLARE keeps the key with the job and shows it, but nothing reads it.",
    "remedy": "Put data of your own under `custom_props`, or start the name of a note with an underscore."
  },
  {
    "code": "meta/unreadable",
    "severity": "error",
    "stage": "submit",
    "summary": "the meta file cannot be read by NVFLARE",
    "why": "A mistake in a JSON file, and a file that is not UTF-8, is answered with its reason. A mistake in a HOCON or YAML file is answered with an internal error that says nothing of the place. OmegaConf 2.3 refuses a tab between values, which 2.4 takes; NVFLARE does not say which of them is installed, so that is a warning.",
    "remedy": "Correct the text at the marked place."
  },
  {
    "code": "meta/wrong-type",
    "severity": "warning",
    "stage": "run",
    "summary": "a value in the meta file has another type than its key takes",
    "why": "Nobody checks these values when the job is submitted. Those who read them later take them for granted: a `stats_pool_config` that is not an object ends the processes of the job when they start; others are found not to fit, or not found at all.",
    "remedy": "Write a value of the type that the message names."
  },
  {
    "code": "pack/cannot-be-packed",
    "severity": "warning",
    "stage": "pack",
    "summary": "nvflare job submit would end with an internal error",
    "why": "Since 2.4 the command `nvflare job submit` reads each configuration with pyhocon, lists every value of it and writes it anew. It is not made for keys without a letter such as `\"*\"`, for components without `id`, for a `path` that is not a string, for durations without quotes and for empty files; since 2.8 it cannot write YAML either. It does the same to each JSON, HOCON and YAML file below `custom/`, and looks for each of them by its name up to the first dot. It then ends with an internal error, and nothing is submitted. The FLARE API and the admin console send files unchanged.",
    "remedy": "Change what the message names, or submit the job by the FLARE API or the admin console."
  },
  {
    "code": "pack/keeps-only-first",
    "severity": "warning",
    "stage": "pack",
    "summary": "nvflare job submit would submit only the first entry of a file",
    "why": "Since 2.4 the command `nvflare job submit` reads each configuration, and each JSON, HOCON and YAML file below `custom/`, and writes it anew. Where the first value of a file lies inside of an object or a list of objects, it writes only that object or list: a meta file that begins with `deploy_map` arrives without `deploy_map`. The FLARE API and the admin console send files unchanged.",
    "remedy": "Begin the meta file with `name`, each configuration with `format_version`, and data files with a plain value."
  },
  {
    "code": "pack/key-changes",
    "severity": "warning",
    "stage": "pack",
    "summary": "nvflare job submit would change a key",
    "why": "Since 2.4 the command `nvflare job submit` reads the keys of JSON and YAML as paths: `\"app.x\"` becomes an object `app` with a key `x`, and signs such as `@` and `$` are dropped. What is deployed under the old name is then not found. The FLARE API and the admin console send files unchanged.",
    "remedy": "Use names of letters, digits, `-` and `_`, or submit the job by the FLARE API or the admin console."
  },
  {
    "code": "pack/value-changes",
    "severity": "warning",
    "stage": "pack",
    "summary": "nvflare job submit would change a value",
    "why": "Since 2.4 the command `nvflare job submit` writes each configuration anew with pyhocon. NaN and the infinities come out as `nan` and `inf`, which JSON cannot read; in HOCON, control characters, and tabs and three quotes in texts of several lines, are not read as they were. The FLARE API and the admin console send files unchanged.",
    "remedy": "Write the value in another way, or submit the job by the FLARE API or the admin console."
  },
  {
    "code": "privacy/no-filter",
    "severity": "warning",
    "byDefault": "off",
    "stage": "never",
    "summary": "what a client sends passes no privacy filter",
    "why": "NVFLARE sends the results of tasks as they are unless filters change them. A project may want every job to have a privacy filter of its own: differential privacy (SVTPrivacy), PercentilePrivacy, ExcludeVars, homomorphic encryption (HEModelEncryptor), StatisticsPrivacyFilter, DXOBlocker, or a class that inherits from one of them. A filter counts only where it acts on the kind of data that leaves. Filters that a site adds by its own privacy policy are not in the job and do not count. Nothing is said where it cannot be known what a filter does.",
    "remedy": "Put a privacy filter into `task_result_filters` of the client for this task; for what clients send one another, into `task_data_filters` with the direction `out`. To be told of it, give the rule a severity in the settings."
  },
  {
    "code": "resources/amount-not-a-number",
    "severity": "warning",
    "stage": "schedule",
    "summary": "a resource manager is asked for an amount that is no number of its kind",
    "why": "The manager of GPUs compares `num_of_gpus` and `mem_per_gpu_in_GiB` with numbers. A string, a list or null makes it fail on each request, so the job never starts; fractions of GPUs and negative numbers make it reserve every GPU that it has.",
    "remedy": "Write a number without quotes and without a unit: whole for `num_of_gpus`, in GiB for `mem_per_gpu_in_GiB`."
  },
  {
    "code": "resources/asked-twice",
    "severity": "error",
    "stage": "submit",
    "summary": "resource_spec and the launcher options ask for the same resource",
    "why": "Since 2.9 launchers turn `num_of_gpus`, `num_of_cpus` and `memory` of `resource_spec` into options of their own. A job that sets both for one site, or in both default blocks, is refused, even where the amounts are equal.",
    "remedy": "Keep the amount in `resource_spec` and take the option of the launcher out."
  },
  {
    "code": "resources/block-not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "the resources of a site are not an object",
    "why": "Every value in `resource_spec` must be an object of resources; the server refuses the job otherwise. Before 2.9 empty values such as `null` slipped through.",
    "remedy": "Write the resources as an object, `{ \"num_of_gpus\": 1 }`, or take the site out."
  },
  {
    "code": "resources/gpu-counts-differ",
    "severity": "error",
    "stage": "submit",
    "summary": "a site reserves another number of GPUs than its launcher uses",
    "why": "In a block of `resource_spec` that is divided by modes, `process.num_of_gpus` is what the resource manager reserves, and the options of `docker`, `k8s` or `slurm` are what the job then uses. Since 2.9 the server refuses a job where the numbers differ; for Slurm it multiplies `nodes` by `gpus_per_node`.",
    "remedy": "Make the numbers equal."
  },
  {
    "code": "resources/gpu-memory-without-gpus",
    "severity": "warning",
    "stage": "schedule",
    "summary": "memory of GPUs is asked for, but no GPUs",
    "why": "The manager of GPUs fails on a request that does not say `num_of_gpus`, so the job never gets its resources and ends as FINISHED:CAN_NOT_SCHEDULE after about 40 minutes.",
    "remedy": "Say how many GPUs the site needs."
  },
  {
    "code": "resources/ignored-key",
    "severity": "warning",
    "stage": "never",
    "summary": "a resource stands beside a launcher mode, where nobody reads it",
    "why": "One key `process`, `docker`, `k8s` or `slurm` makes a block of `resource_spec` one that is divided by modes. Of such a block the resource manager gets only what is under `process`; resources beside the modes are ignored.",
    "remedy": "Move the resource under `process`, or the options of the launcher to `launcher_spec`."
  },
  {
    "code": "resources/invalid-amount",
    "severity": "error",
    "stage": "submit",
    "summary": "an amount of GPUs, processors or memory is not one",
    "why": "Since 2.9 the server checks `num_of_gpus`, `num_of_cpus` and `memory` where it can lay them over the default block: in `@default`, in flat blocks, and with a default block also under `process`. Texts, fractions and null are refused, and so are all units of memory but Mi, Gi and Ti.",
    "remedy": "Write whole numbers without quotes, and memory as a string like \"8Gi\"."
  },
  {
    "code": "resources/misspelt-key",
    "severity": "warning",
    "stage": "schedule",
    "summary": "a resource has a name that no resource manager of NVFLARE reads",
    "why": "The manager of GPUs, which provisioned sites have, reads `num_of_gpus` and `mem_per_gpu_in_GiB`. Asked for anything without `num_of_gpus` it refuses each time, and after about 40 minutes the job ends as FINISHED:CAN_NOT_SCHEDULE; other names it ignores. Only a site with its own list of resources knows other names.",
    "remedy": "Use the names of NVFLARE, if the site does not have a list of its own."
  },
  {
    "code": "resources/mode-not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "the launcher options in a block of resource_spec are not an object",
    "why": "Since 2.9 the server looks into the options of `docker`, `k8s` and `slurm` in a block of `resource_spec`. It refuses Docker options that are no object, and answers with an internal error where it has to compare the others with the resources of the site.",
    "remedy": "Write the options as an object, or better move them to `launcher_spec`."
  },
  {
    "code": "resources/mode-unusable",
    "severity": "warning",
    "stage": "deploy",
    "summary": "the launcher options in a block of resource_spec are nothing that a site can use",
    "why": "The server does not look at these options, but the site does: since 2.9 when it receives the app, in 2.8 when its launcher of this mode starts the job. Anything but an object makes it fail there.",
    "remedy": "Write the options as an object, or take the mode out."
  },
  {
    "code": "resources/not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "resource_spec is not an object",
    "why": "The server looks for one block per site in `resource_spec` and refuses a job in which it is anything but an object. Before 2.9 empty values such as `[]` slipped through.",
    "remedy": "Write an object with the name of a site as each key, or leave `resource_spec` out."
  },
  {
    "code": "resources/not-in-release",
    "severity": "warning",
    "stage": "schedule",
    "summary": "resource_spec uses a key that is newer than the release",
    "why": "Blocks that are divided by launcher modes came with 2.8 and `slurm` with 2.9, and so did `num_of_cpus` and `memory`. An older server hands such keys to the resource manager of the site as if they were resources, and a manager that does not know them may refuse the job each time.",
    "remedy": "Take the key out, or check for the release that the federation runs."
  },
  {
    "code": "resources/null",
    "severity": "error",
    "stage": "schedule",
    "summary": "resource_spec or one of its blocks is null",
    "why": "Before 2.9 the server accepts a job whose `resource_spec` is null, and then its scheduler fails on it in every round: the job never starts, and no job that was submitted after it does. Before 2.8 a block that is null makes its site refuse the job each time.",
    "remedy": "Leave it out, or write an empty object."
  },
  {
    "code": "resources/process-not-an-object",
    "severity": "error",
    "stage": "submit",
    "summary": "the process resources of a site are not an object",
    "why": "Since 2.9 the server looks into `process` when it compares the resources with `launcher_spec`, and answers with an internal error where that is no object.",
    "remedy": "Write the resources under `process` as an object, `{ \"num_of_gpus\": 1 }`, or take `process` out."
  },
  {
    "code": "resources/process-unusable",
    "severity": "error",
    "stage": "schedule",
    "summary": "the process resources of a site cannot be asked for",
    "why": "The server accepts some values of `process` that are no objects. In 2.9 its scheduler then fails on the job in every round, and later jobs wait as well; in 2.8 the site refuses the request each time.",
    "remedy": "Write the resources under `process` as an object, `{ \"num_of_gpus\": 1 }`, or take `process` out."
  },
  {
    "code": "resources/site-not-deployed",
    "severity": "warning",
    "stage": "never",
    "summary": "resource_spec has a block for a site that the job does not go to",
    "why": "Blocks are found by the exact name of a site. The block of a site that the job is not deployed to is never read, and a site without a block is asked for nothing, so it runs the job without reserving a GPU.",
    "remedy": "Write the name as `deploy_map` has it, or take the block out."
  },
  {
    "code": "resources/unknown-default-key",
    "severity": "error",
    "stage": "submit",
    "summary": "the default resources have a key that they may not have",
    "why": "The block `@default` of `resource_spec` holds only what launchers of every kind understand: `num_of_gpus`, `num_of_cpus` and `memory`. The server refuses a job with any other key there.",
    "remedy": "Move the key into the blocks of the sites that need it."
  },
  {
    "code": "resources/unlikely-amount",
    "severity": "warning",
    "stage": "schedule",
    "summary": "more is asked for than any site has",
    "why": "A job waits until enough sites have what it asks for, and ends as FINISHED:CAN_NOT_SCHEDULE after about 40 minutes. `mem_per_gpu_in_GiB` counts GiB, so thousands of it are mostly MiB.",
    "remedy": "Write the number of GPUs, and the memory of each in GiB."
  },
  {
    "code": "resources/wrong-default",
    "severity": "warning",
    "stage": "never",
    "summary": "a block of resource_spec is meant for all sites, but has the wrong name",
    "why": "Since 2.9 the block `@default` of `resource_spec` holds for every site; before, there is no such block. `default`, which is right in `launcher_spec`, and `@ALL`, which is right in `deploy_map`, are taken for the names of sites here, and no site reads them.",
    "remedy": "Name the block `@default`. Before 2.9 write a block for each site."
  },
  {
    "code": "tasks/never-sent",
    "severity": "info",
    "stage": "never",
    "summary": "an executor is for a task that nothing sends",
    "why": "All workflows of the job are known with the tasks that they send, and this one is not among them. The executor is never asked to do it, which is harmless unless another name was meant.",
    "remedy": "Correct the name, or remove the task."
  },
  {
    "code": "tasks/no-executor",
    "severity": "error",
    "stage": "run",
    "summary": "a task is sent that no executor of the clients is for",
    "why": "A client that has no executor for a task answers so, and the server ends the whole job over it; when the task is one of the last, after the training. Executors that have work done by another executor look for it when the run starts.",
    "remedy": "Use the same name on both sides, or add the task to an executor."
  },
  {
    "code": "tasks/not-a-list",
    "severity": "error",
    "stage": "run",
    "summary": "the tasks of an executor or filter are not a list of names",
    "why": "Executors and filters are for tasks, which NVFLARE takes from a list of strings with at least one element. Anything else ends the job with a configuration error; on a client the simulator still exits with 0.",
    "remedy": "Write `[\"train\"]`."
  },
  {
    "code": "tasks/not-handled",
    "severity": "warning",
    "stage": "run",
    "summary": "an executor is given a task that its class does not do",
    "why": "Besides `tasks`, which brings a task to an executor, many executors have arguments of their own for the names of the tasks that they do. For any other they answer that they do not know the task, and the server ends the job.",
    "remedy": "Give the executor the name by the argument that is meant for it, or bring the task to another executor."
  },
  {
    "code": "tasks/too-many-clients",
    "severity": "warning",
    "stage": "never",
    "summary": "a workflow waits for more clients than the job goes to, or starts with",
    "why": "NVFLARE never compares the number that a workflow waits for with the number of sites. Some workflows then go on with all clients that there are, others wait until a timeout ends the round.",
    "remedy": "Lower the number, or deploy to more sites; with `@ALL`, raise `min_clients` of the meta file to it."
  },
  {
    "code": "tasks/two-executors",
    "severity": "error",
    "stage": "run",
    "summary": "two executors of a client are for the same task",
    "why": "Each task goes to one executor. The same text in two of them, or twice in one, ends the job with a configuration error. Patterns with `*` may overlap with names: a name wins.",
    "remedy": "Name the task once."
  },
  {
    "code": "variables/not-an-object",
    "severity": "error",
    "stage": "run",
    "summary": "a string in braces is taken for a variable with values put in, and there is no such variable",
    "why": "A string that begins with `{` and ends with `}` and has a colon between, such as JSON written as a string, is taken for the call of a variable. The job ends with a configuration error when the top of the configuration has no object of that name. Braces cannot be escaped.",
    "remedy": "Write the value as an object rather than as a string, or put it into a file."
  },
  {
    "code": "variables/undefined",
    "severity": "warning",
    "stage": "never",
    "summary": "a variable stands for nothing",
    "why": "A string `{name}` is replaced by the value of the top-level key `name` of the same configuration, or of a variable that NVFLARE sets. Keys further in do not count, nor blanks inside the braces. When there is none, the value becomes null without a word.",
    "remedy": "Define the key at the top of the configuration, or correct the name."
  }
];
