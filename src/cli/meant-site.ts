import { didYouMean } from './arguments';

/** More names than these are no help in a message. */
const MOST_NAMES = 20;

/** The end of a message about a site that gets no app: the one that was meant, or those that get one. */
export function meantSite(site: string, deployed: readonly string[]): string {
  const guess = didYouMean(site, deployed);
  if (guess !== '') return guess;
  return deployed.length > 0 && deployed.length <= MOST_NAMES
    ? `; apps go to ${deployed.join(', ')}`
    : '; "flare-jobs show" lists the sites';
}
