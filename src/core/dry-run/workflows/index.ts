import type { Play } from '../play';
import type { Setup } from '../setup';
import { broadcastAndProcess } from './broadcast-and-process';
import { crossSiteEval, crossSiteModelEval } from './cross-site-model-eval';
import { cyclic, cyclicRelay } from './cyclic';
import { fedAvg, scaffold } from './fed-avg';
import { peerCyclic } from './peer-cyclic';
import { peerEval } from './peer-eval';
import { scatterAndGather } from './scatter-and-gather';
import { statistics } from './statistics';
import { swarm } from './swarm';

const WORKFLOWS = 'nvflare.app_common.workflows';
const CCWF = 'nvflare.app_common.ccwf';

/**
 * The workflows that can be played, by class. A class that inherits from one of them may do things in another order, so only those
 * stand here that are known not to.
 */
export const PLAYS: Readonly<Record<string, (setup: Setup) => Play>> = {
  [`${WORKFLOWS}.scatter_and_gather.ScatterAndGather`]: scatterAndGather,
  [`${WORKFLOWS}.fedavg.FedAvg`]: fedAvg,
  'nvflare.app_opt.pt.fedavg.PTFedAvg': fedAvg,
  [`${WORKFLOWS}.scaffold.Scaffold`]: scaffold,
  [`${WORKFLOWS}.scatter_and_gather_scaffold.ScatterAndGatherScaffold`]: scatterAndGather,
  [`${WORKFLOWS}.broadcast_and_process.BroadcastAndProcess`]: broadcastAndProcess,
  [`${WORKFLOWS}.initialize_global_weights.InitializeGlobalWeights`]: broadcastAndProcess,
  [`${WORKFLOWS}.cyclic_ctl.CyclicController`]: cyclicRelay,
  [`${WORKFLOWS}.cyclic.Cyclic`]: cyclic,
  [`${WORKFLOWS}.cross_site_model_eval.CrossSiteModelEval`]: crossSiteModelEval,
  [`${WORKFLOWS}.global_model_eval.GlobalModelEval`]: crossSiteModelEval,
  'nvflare.app_opt.he.cross_site_model_eval.HECrossSiteModelEval': crossSiteModelEval,
  [`${WORKFLOWS}.cross_site_eval.CrossSiteEval`]: crossSiteEval,
  [`${WORKFLOWS}.statistics_controller.StatisticsController`]: statistics,
  [`${CCWF}.swarm_server_ctl.SwarmServerController`]: swarm,
  [`${CCWF}.cyclic_server_ctl.CyclicServerController`]: peerCyclic,
  [`${CCWF}.cse_server_ctl.CrossSiteEvalServerController`]: peerEval,
};
