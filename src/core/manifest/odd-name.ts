/** Files and folders that hardly anybody means to send, by their names. */
export type OddKind = 'secret' | 'environment' | 'repository' | 'cache' | 'signature';

const FOLDERS: readonly (readonly [OddKind, RegExp])[] = [
  ['repository', /^\.(?:git|svn|hg|bzr)$/],
  ['environment', /^(?:\.venv|venv|\.conda|\.direnv)$/],
  [
    'cache',
    /^(?:__pycache__|\.(?:pytest|mypy|ruff|nox|tox|hypothesis|ipynb)_?(?:cache|checkpoints)?|node_modules|\.cache|\.idea|\.vscode|.*\.egg-info)$/,
  ],
  ['secret', /^\.(?:ssh|aws|gnupg|kube|azure)$/],
];

const FILES: readonly (readonly [OddKind, RegExp])[] = [
  ['signature', /^\.__nvfl_(?:sig\.json|submitter\.crt)$/],
  ['environment', /^\.env(?:rc|\.(?!(?:example|sample|template|dist)$).+)?$/],
  [
    'secret',
    /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:key|p12|pfx|jks|keystore|kdbx|ppk)|\.(?:netrc|pypirc|npmrc|pgpass|htpasswd)|credentials(?:\..*)?|kubeconfig)$/,
  ],
  ['repository', /^\.git(?:modules)?$/],
  ['cache', /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|.*\.(?:pyc|pyo|swp|swo|bak|orig)|.*~)$/],
];

/** What is odd about the name of a folder. */
export function oddFolder(name: string): OddKind | undefined {
  return FOLDERS.find(([, pattern]) => pattern.test(name))?.[0];
}

/** What is odd about the name of a file. */
export function oddFile(name: string): OddKind | undefined {
  return FILES.find(([, pattern]) => pattern.test(name))?.[0];
}
