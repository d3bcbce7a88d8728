/** The name of the file in which a project says how its jobs are to be checked. */
export const SETTINGS_FILE = '.flare-jobs.json';
