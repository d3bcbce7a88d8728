/** The scheme of texts as `nvflare job submit` would write them; the query names the file. */
export const PACKED_SCHEME = 'flare-jobs-packed';
/** The scheme of comparisons of jobs; the query says what is compared. */
export const COMPARISON_SCHEME = 'flare-jobs-comparison';
