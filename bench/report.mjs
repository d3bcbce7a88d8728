import { arch, cpus, platform } from 'node:os';

/** One case in one line of the terminal. */
export function row({ goal, at, size, median, quartile, again, ok, missing }) {
  const name = `${goal.id}${at ? ` (${at})` : ''}`.padEnd(44);
  if (missing) return `${name} not measured`;
  const noise = again.length > 0 && again[0] !== undefined ? `, noise ${shown(again[0])}–${shown(again[1])}` : '';
  return `${name} ${ok ? 'ok    ' : 'MISSED'} ${shown(median)} × peer, upper quartile ${shown(quartile)}, bar ${goal.bar}${noise}; ${size}`;
}

/** docs/benchmarks.md: the goals that were measured, and the others as the page has them. */
export function report(cases, goals, page) {
  return `${[
    '# Benchmarks',
    INTRODUCTION,
    `Written by \`npm run bench -- --write\` with Node ${process.version.slice(1)} on ${platform()}-${arch()} with ${cpus().length} processors.`,
    table(cases, goals, page),
    '## What is measured',
    ...goals.map(
      ({ id, what, peer, bar, stretch }) => `**${id}.** ${what} Peer: ${peer}. Bar ${bar}, to be reached one day ${stretch}.`,
    ),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `Machines differ, so every figure is a ratio to a peer that is measured in the same run and in turn with us. A figure below 1 means
that we need less than the peer. Each is the median of at least five fresh processes, or of 25 starts; the bar is kept when the median is
not above it and the upper quartile not above 1.15 times it. Noise is the same code measured against itself, from its lower to its upper
quartile. A run of some goals replaces their rows only.`;

function table(cases, goals, page) {
  const lines = goals.flatMap((goal) => {
    const measured = cases.filter((each) => each.goal === goal);
    return measured.length > 0 ? measured.map(line) : page.split('\n').filter((old) => old.startsWith(`| ${goal.id} |`));
  });
  return ['| Goal | Case | Median | Upper quartile | Bar | Noise | Kept |', '|---|---|---|---|---|---|---|', ...lines].join('\n');
}

function line({ goal, at, size, median, quartile, again, ok, missing }) {
  return missing
    ? `| ${goal.id} | | not measured: ${missing} | | ${goal.bar} | | |`
    : `| ${goal.id} | ${at} | ${shown(median)} | ${shown(quartile)} | ${goal.bar} | ${noise(again)} | ${ok ? 'yes' : '**no**'} (${size}) |`;
}

function noise([low, high] = []) {
  return low === undefined ? '' : `${shown(low)}–${shown(high)}`;
}

function shown(ratio) {
  return ratio < 0.1 ? String(Number(ratio.toPrecision(2))) : ratio.toFixed(2);
}
