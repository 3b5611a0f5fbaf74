import { checked, defineService } from '../define';

export const kinesisVideoStreams = defineService({
  id: 'kinesis-video-streams',
  category: 'media',
  serves: ['video'],
  phase: 'serverless',
  problem: {
    en: 'A camera or one browser sends live video to a few viewers, with signalling and TURN as a service.',
    'pt-br': 'Uma câmera ou um navegador envia vídeo ao vivo para poucos espectadores, com sinalização e TURN como serviço.',
  },
  cost: {
    en: 'Signalling channels per month, signalling messages and TURN minutes; with recording, GB in, stored and out.',
    'pt-br': 'Canais de sinalização por mês, mensagens de sinalização e minutos de TURN; com gravação, GB de entrada, armazenados e de saída.',
  },
  worthIt: {
    en: 'It saves running a signalling server and coturn. Worth it for devices and one-to-one calls without group video. Media goes from peer to peer where it can; TURN carries the rest.',
    'pt-br': 'Poupa operar um servidor de sinalização e um coturn. Vale a pena para dispositivos e chamadas de um para um sem vídeo em grupo. A mídia vai de ponta a ponta quando dá; o TURN carrega o resto.',
  },
  notWhen: {
    en: 'For group calls: each viewer is a connection of its own to the master. For clients tied to another signalling protocol.',
    'pt-br': 'Para chamadas em grupo: cada espectador é uma conexão própria com o master. Para clientes presos a outro protocolo de sinalização.',
  },
  alternatives: [
    { id: 'chime-sdk', when: { en: 'Group calls, or recording of meetings.', 'pt-br': 'Chamadas em grupo, ou gravação de reuniões.' } },
    { id: 'ec2', when: {
      en: 'Own signalling through Reverb or Socket.IO, and coturn on an instance.',
      'pt-br': 'Sinalização própria por Reverb ou Socket.IO e coturn em uma instância.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'One master and ten viewers per channel by default (more viewers on request).',
        'pt-br': 'Um master e dez espectadores por canal por padrão (mais espectadores sob pedido).',
      },
      source: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/kvswebrtc-limits.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'A signalling connection lasts an hour at most and ends after ten idle minutes; calls that are established go on without it.',
        'pt-br': 'Uma conexão de sinalização dura no máximo uma hora e termina após dez minutos ociosa; chamadas já estabelecidas continuam sem ela.',
      },
      source: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/kvswebrtc-limits.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Available in sa-east-1 (São Paulo), not in every Region.',
        'pt-br': 'Disponível em sa-east-1 (São Paulo), não em toda Região.',
      },
      source: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/availability.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Managed; clients reconnect to the channel.', 'pt-br': 'Gerenciado; os clientes reconectam ao canal.' },
  scaling: { en: 'By channels: thousands per account.', 'pt-br': 'Por canais: milhares por conta.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/what-is-kvswebrtc.html',
  pricingPage: 'https://aws.amazon.com/kinesis/video-streams/pricing/',
});
