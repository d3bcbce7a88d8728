/**
 * The door of the part that reads the classes of an NVFLARE that is installed and that no catalogue knows: a nightly build, a fork, a
 * checkout. Only who has one of these loads it.
 */
export { type InstalledClasses, openClasses } from './installed-classes';
