import type { ConfigAsked } from './config-asked';
import { type Suggestion, text, valueOffer } from './suggestion';

/** Arguments that name a script below `custom/`; see the rule `code/script-missing`. */
const PATHS = ['task_script_path', 'app_script'];
/** Arguments that hold a command, which runs in the folder of the app. */
const COMMANDS = ['script', 'command', 'launch_script'];

/** Files of the app for arguments that name one; `undefined` for other arguments. */
export function scriptSuggestions(asked: ConfigAsked, argument: string): readonly Suggestion[] | undefined {
  if (PATHS.includes(argument)) return scripts(asked, /\.py$/).map((path) => file(path, valueOffer(text(path))));
  if (!COMMANDS.includes(argument)) return undefined;
  const { place } = asked;
  const files = scripts(asked, /\.(?:py|sh)$/);
  if (place.typed === '')
    return files.map((path) => file(path, valueOffer(text(`${path.endsWith('.sh') ? 'bash' : 'python3 -u'} custom/${path}`))));
  const from = place.typed.search(/\S*$/);
  const caret = place.content.start + place.typed.length;
  const behind = /^[\w./-]*/.exec(asked.text.slice(caret, place.content.end))?.[0] ?? '';
  const end = place.typed.length + behind.length;
  return files.map((path) => ({ ...file(path, { from, end, text: `custom/${path}` }), label: `custom/${path}` }));
}

/** The paths of an app's scripts below `custom/`. */
function scripts({ app }: ConfigAsked, ending: RegExp): readonly string[] {
  const folder = `${app.name}/custom/`;
  return app.customFiles
    .filter((path) => path.startsWith(folder) && ending.test(path) && !/[\s{}$"'\\]/.test(path))
    .map((path) => path.slice(folder.length));
}

function file(path: string, offer: Suggestion['offer']): Suggestion {
  return { label: path, kind: 'file', detail: 'custom', offer, rank: 0 };
}
