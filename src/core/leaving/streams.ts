import type { AppConfig } from '../job/config/app-config';
import { argumentValue } from '../job/config/argument-value';
import type { ClassIndex } from '../job/config/class-index';
import { titleOf } from '../job/config/component-title';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import type { Place } from '../text/range';
import { rangeOf } from '../tree/node';
import type { Plain } from '../tree/query';

/** Something that leaves a client while the job runs, beside the tasks. No filter for tasks applies to it. */
export interface Stream extends Place {
  readonly what: 'metrics' | 'log' | 'events';
  /** The component that sends it. */
  readonly by: string;
  /** What is sent, in words. */
  readonly text: string;
  /** `elsewhere`: a system outside of the federation, which the site itself speaks to. */
  readonly to: 'server' | 'elsewhere';
  /** Components of the server that take it; empty where none is known to. */
  readonly takenBy: readonly string[];
}

type Sent = Pick<Stream, 'what' | 'text' | 'to'>;
type Arguments = (name: string) => Plain;

/** The event by which metrics travel inside a process (`nvflare/apis/analytix.py`). */
const METRICS_EVENT = 'analytix_log_stats';
const WIDGETS = 'nvflare.app_common.widgets';
const LOGGING = 'nvflare.app_common.logging';
const TRACKING = 'nvflare.app_opt.tracking';

const METRICS: Sent = { what: 'metrics', text: 'the metrics that the code logs', to: 'server' };

/** What a class sends, by its arguments. */
const SENDERS: Readonly<Record<string, (argument: Arguments) => Sent | undefined>> = {
  [`${WIDGETS}.convert_to_fed_event.ConvertToFedEvent`]: (argument) => converted(argument('events_to_convert')),
  [`${WIDGETS}.metric_relay.MetricRelay`]: (argument) => (argument('fed_event') === false ? undefined : METRICS),
  'nvflare.app_common.executors.client_api_executor.ClientAPIExecutor': (argument) =>
    // Only trainers in a process of their own have their metrics sent on without a converter.
    ['external_process', 'attach'].includes(String(argument('execution_mode'))) ? METRICS : undefined,
  [`${LOGGING}.job_log_streamer.JobLogStreamer`]: logFile,
  [`${LOGGING}.site_log_streamer.SiteLogStreamer`]: logFile,
  [`${LOGGING}.log_sender.ErrorLogSender`]: () => ({ what: 'log', text: 'the log of errors, when the run ends', to: 'server' }),
  [`${TRACKING}.mlflow.mlflow_receiver.MLflowReceiver`]: (argument) => {
    const uri = argument('tracking_uri');
    return typeof uri === 'string' && /^\w+:\/\//.test(uri) && !uri.startsWith('file:')
      ? { what: 'metrics', text: `the metrics that the code logs, to MLflow at ${uri}`, to: 'elsewhere' }
      : undefined;
  },
  [`${TRACKING}.wandb.wandb_receiver.WandBReceiver`]: (argument) =>
    argument('mode') === 'online'
      ? { what: 'metrics', text: 'the metrics that the code logs, to Weights & Biases', to: 'elsewhere' }
      : undefined,
};

/** Classes of a server that take what is sent. */
const TAKERS: Readonly<Record<Stream['what'], readonly string[]>> = {
  metrics: [`${WIDGETS}.streaming.AnalyticsReceiver`],
  log: [`${LOGGING}.job_log_receiver.JobLogReceiver`, `${LOGGING}.log_receiver.LogReceiver`],
  events: [],
};

/** What leaves a client beside the results of tasks, in the order of its configuration. */
export function streamsOf(client: AppConfig, server: AppConfig | undefined, classes: ClassIndex): readonly Stream[] {
  const takers = new Map<Stream['what'], readonly string[]>();
  const takersOnce = (what: Stream['what']) => {
    const known = takers.get(what) ?? takersOf(what, server, classes);
    takers.set(what, known);
    return known;
  };
  return client.built.flatMap((component): readonly Stream[] => {
    const found = classes.of(component, client.app);
    if (found.kind !== 'known' || component.isDisabled) return [];
    const sent = sentBy(component, found);
    if (!sent) return [];
    const takenBy = sent.to === 'server' ? takersOnce(sent.what) : [];
    const place = { file: client.config.file, range: rangeOf(component.className ?? component.node) };
    return [{ ...sent, by: titleOf(component), takenBy, ...place }];
  });
}

function sentBy(component: ComponentDef, found: KnownClass): Sent | undefined {
  const path = Object.keys(SENDERS).find((candidate) => found.path === candidate || found.isA(candidate) === true);
  return path === undefined ? undefined : SENDERS[path]?.((name) => argumentValue(component, found, name)?.value);
}

function takersOf(what: Stream['what'], server: AppConfig | undefined, classes: ClassIndex): readonly string[] {
  return (server?.built ?? []).flatMap((component) => {
    const found = server && classes.of(component, server.app);
    const isOne = found?.kind === 'known' && TAKERS[what].some((path) => found.path === path || found.isA(path) === true);
    return isOne ? [titleOf(component)] : [];
  });
}

function converted(events: Plain): Sent | undefined {
  if (!Array.isArray(events)) return { what: 'events', text: 'events of the job', to: 'server' };
  const others = events.filter((event) => event !== METRICS_EVENT);
  if (others.length === 0) return events.length > 0 ? METRICS : undefined;
  return { what: 'events', text: `the data of the events ${events.join(', ')}`, to: 'server' };
}

function logFile(argument: Arguments): Sent {
  const name = argument('log_file_name');
  return { what: 'log', text: `the file ${typeof name === 'string' ? name : 'log.txt'}, as it is written`, to: 'server' };
}
