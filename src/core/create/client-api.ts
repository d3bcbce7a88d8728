import type { TemplateFile } from './template';

/**
 * The client's side of a template whose `train.py` uses the Client API. It came with 2.4 in a process of its own, runs inside the
 * client since 2.5, and has one executor for all ways since 2.9; before it, `trainer.py` of the template calls the functions of
 * the script.
 *
 * @param configs where the configurations are, up to the release: `client-api/numpy`.
 * @param folder where `train.py` and `trainer.py` are.
 */
export function clientApi(configs: string, folder: string): readonly TemplateFile[] {
  const config = { path: 'config/config_fed_client' };
  return [
    { ...config, source: `${configs}-2.3.conf`, before: '2.4' },
    { ...config, source: `${configs}-2.4.conf`, since: '2.4', before: '2.5' },
    { ...config, source: `${configs}-2.5.conf`, since: '2.5', before: '2.9' },
    { ...config, source: `${configs}-2.9.conf`, since: '2.9' },
    { path: 'custom/train.py', source: `${folder}/train.py` },
    { path: 'custom/trainer.py', source: `${folder}/trainer.py`, before: '2.4' },
  ];
}
