import { checked, defineService } from '../define';

export const chimeSdk = defineService({
  id: 'chime-sdk',
  category: 'media',
  serves: ['video'],
  phase: 'cloud-native',
  problem: {
    en: 'Video calls inside your own application without running media servers: AWS forwards audio and video, you draw the interface.',
    'pt-br': 'Videochamadas dentro da sua própria aplicação sem operar servidores de mídia: a AWS encaminha áudio e vídeo, você desenha a interface.',
  },
  cost: {
    en: 'Minutes of each attendee; recording, transcription and telephone minutes apart.',
    'pt-br': 'Minutos de cada participante; gravação, transcrição e minutos de telefone à parte.',
  },
  worthIt: {
    en: 'Against your own SFU on EC2: nothing at rest and nothing to operate, but each minute counts. Worth it up to some hundred thousand attendee minutes a month, or for a first version. Against Twilio, Agora or Daily it keeps media in the Region that you choose.',
    'pt-br': 'Contra um SFU próprio no EC2: nada em repouso e nada para operar, mas cada minuto conta. Vale a pena até algumas centenas de milhares de minutos de participante por mês, ou para uma primeira versão. Contra Twilio, Agora ou Daily, mantém a mídia na Região que você escolher.',
  },
  notWhen: {
    en: 'When calls are steady and many: media servers of your own on EC2 then cost less. Or when only two people talk and peer-to-peer with a TURN server is enough.',
    'pt-br': 'Quando as chamadas são constantes e muitas: nesse caso, servidores de mídia próprios no EC2 custam menos. Ou quando só duas pessoas conversam e ponto a ponto com um servidor TURN basta.',
  },
  alternatives: [
    { id: 'ec2', when: {
      en: 'Steady volume, or control over the media server (LiveKit, mediasoup, Jitsi).',
      'pt-br': 'Volume constante, ou controle sobre o servidor de mídia (LiveKit, mediasoup, Jitsi).',
    } },
    { id: 'kinesis-video-streams', when: {
      en: 'One device talks to a few viewers, signalling and TURN included.',
      'pt-br': 'Um dispositivo fala com poucos espectadores, com sinalização e TURN incluídos.',
    } },
  ],
  limits: [
    {
      text: {
        en: '250 attendees per meeting by default, 25 with full HD video.',
        'pt-br': '250 participantes por reunião por padrão, 25 com vídeo full HD.',
      },
      source: 'https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_meeting-chime_AttendeeFeatures.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Media can be hosted in sa-east-1 (São Paulo); the calls that create meetings go to a control Region elsewhere.',
        'pt-br': 'A mídia pode ficar em sa-east-1 (São Paulo); as chamadas que criam reuniões vão para uma Região de controle fora de lá.',
      },
      source: 'https://docs.aws.amazon.com/chime/latest/APIReference/API_Meeting.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Clients need UDP 3478 (and TCP 443 as fallback) to the media servers: strict hospital or company networks must open it.',
        'pt-br': 'Os clientes precisam de UDP 3478 (e TCP 443 como alternativa) até os servidores de mídia: redes rígidas de hospitais e empresas precisam liberar.',
      },
      source: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/network-config.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Managed; create the meeting again in another media Region if one fails.',
    'pt-br': 'Gerenciado; crie a reunião de novo em outra Região de mídia se uma falhar.',
  },
  scaling: { en: 'Automatic within the number of meetings per account.', 'pt-br': 'Automática dentro do número de reuniões por conta.' },
  lifecycle: { status: 'available' },
  outdated: [
    {
      text: {
        en: 'The Amazon Chime meeting application was announced to end on 2026-02-20; the Chime SDK is a different product and stays.',
        'pt-br': 'O fim do aplicativo de reuniões Amazon Chime foi anunciado para 20/02/2026; o Chime SDK é outro produto e continua.',
      },
      source: 'https://docs.aws.amazon.com/chime/latest/APIReference/API_Account.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Meeting calls in the old chime namespace are not supported any more: use chime-sdk-meetings.',
        'pt-br': 'As chamadas de reunião no namespace antigo chime não têm mais suporte: use chime-sdk-meetings.',
      },
      source: 'https://docs.aws.amazon.com/chime/latest/APIReference/API_CreateMeetingWithAttendees.html',
      checked: checked.review,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/what-is-chime-sdk.html',
  pricingPage: 'https://aws.amazon.com/chime/chime-sdk/pricing/',
});
