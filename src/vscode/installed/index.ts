/** The door of the part that finds the NVFLARE that is installed for a workspace folder. It is loaded when jobs were found and checked. */
export { installedFor } from './installed-for';
export { OwnBuilds } from './own-builds';
export { PythonEnvironments } from './python-environments';
