import { message, verbatim } from '../../l10n/localized';
import type { Need } from '../../model';
import { managedGroup, publicGroup } from '../groups';
import { availabilityZones, planUsage, type Plan } from '../plan';
import { machineLadder } from '../machines';
import { round, smallestMachine } from '../sizing';
import { hoursPerMonth, peakToAverage } from '../workload';
import { planInternetTraffic, publicAddresses } from './network';
import { placeService } from './service';
import { planVolume } from './storage';

/** Largest media server of the ladder in virtual CPUs: beyond it, more servers. */
const vcpusPerServer = 16;

/**
 * Media servers on EC2 with public addresses: WebRTC media is UDP on many ports, which neither Lambda nor
 * API Gateway nor an application load balancer carries.
 */
export function placeMediaServers(plan: Plan, need: Need, role: 'sfu' | 'turn'): string {
  const { workload, coefficients } = plan;
  const relayed = role === 'sfu' ? 1 : coefficients.relayedShare;
  const minutes = workload.callMinutes * relayed;
  const peakParticipants = (minutes / (hoursPerMonth * 60)) * peakToAverage;
  const peakVcpus = peakParticipants / coefficients.participantsPerVcpu;
  const servers = Math.max(availabilityZones, Math.ceil(peakVcpus / (vcpusPerServer * coefficients.targetUtilization)));
  const each = peakVcpus / servers;
  const machine = smallestMachine(machineLadder('media', plan.sizing, plan.region), { peakVcpus: each, averageVcpus: each / peakToAverage, memoryGb: 2 }, coefficients.targetUtilization);
  const id = placeService(
    plan,
    {
      id: 'media',
      service: 'ec2',
      kind: 'process',
      group: publicGroup(plan),
      label: role === 'sfu' ? { en: 'Media servers (SFU)', 'pt-br': 'Servidores de mídia (SFU)' } : { en: 'Relay servers (TURN)', 'pt-br': 'Servidores de retransmissão (TURN)' },
      detail: verbatim(`EC2 · ${machine.type} × ${String(servers)} · UDP`),
    },
    need,
  );
  planUsage(plan, {
    service: 'ec2',
    node: id,
    serves: ['video'],
    usage: { 'instance-type': machine.type, instances: servers, hours: hoursPerMonth },
    assumption: message(
      {
        en: '{minutes} participant minutes a month, {peak} participants at the peak, {each} per vCPU; one server per zone at least',
        'pt-br': '{minutes} minutos de participante por mês, {peak} participantes no pico, {each} por vCPU; ao menos um servidor por zona',
      },
      { minutes: Math.round(minutes), peak: Math.ceil(round(peakParticipants)), each: coefficients.participantsPerVcpu },
    ),
  });
  planVolume(plan, id, 10, 'video', { volumes: servers });
  planUsage(plan, { ...publicAddresses(id, servers, { en: 'the media servers', 'pt-br': 'os servidores de mídia' }), serves: ['video'] });
  const traffic = {
    en: `${String(Math.round(minutes))} participant minutes at ${String(coefficients.mediaMbPerMinute)} MB each`,
    'pt-br': `${String(Math.round(minutes))} minutos de participante a ${String(coefficients.mediaMbPerMinute).replace('.', ',')} MB cada`,
  };
  planInternetTraffic(plan, Math.ceil((minutes * coefficients.mediaMbPerMinute) / 1024), id, traffic, 'video');
  return id;
}

export function placeChime(plan: Plan, need: Need): string {
  const id = placeService(plan, { id: 'chime-sdk', service: 'chime-sdk', group: managedGroup(plan) }, need);
  planUsage(plan, {
    service: 'chime-sdk',
    node: id,
    serves: ['video'],
    usage: { 'attendee-minutes': plan.workload.callMinutes },
    assumption: message({ en: '{minutes} attendee minutes a month', 'pt-br': '{minutes} minutos de participante por mês' }, { minutes: plan.workload.callMinutes }),
  });
  return id;
}

export function placeVideoStreams(plan: Plan, need: Need): string {
  const id = placeService(plan, { id: 'kinesis-video-streams', service: 'kinesis-video-streams', group: managedGroup(plan) }, need);
  planUsage(plan, {
    service: 'kinesis-video-streams',
    node: id,
    serves: ['video'],
    usage: {
      channels: 1,
      messages: plan.workload.callMinutes,
      'turn-minutes': Math.round(plan.workload.callMinutes * plan.coefficients.relayedShare),
    },
    assumption: message(
      { en: 'One call in five has to be relayed', 'pt-br': 'Uma chamada em cada cinco precisa de retransmissão' },
    ),
  });
  return id;
}
