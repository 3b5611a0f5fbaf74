import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const videoCalls: Concept = {
  id: 'video-calls',
  kind: 'use-case',
  title: { en: 'Video calls', 'pt-br': 'Videochamadas' },
  summary: {
    en: 'A call has two halves: signalling, which is small and uses WebSocket, and media, which is large, uses UDP and decides cost and quality.',
    'pt-br': 'Uma chamada tem duas metades: a sinalização, pequena e por WebSocket, e a mídia, grande e por UDP, que decide custo e qualidade.',
  },
  body: {
    en: markdown(
      'A gentle correction first: plans for video calls often name CloudFront and Lambda@Edge. Both handle HTTP (CloudFront also WebSocket) and **never see WebRTC media**, which is UDP between browsers and media servers. A CDN speeds up the page around the call, not the call.',
      '**Signalling** tells the two sides about each other. Reverb, Socket.IO or Action Cable behind a load balancer do it; so does API Gateway\'s WebSocket, with a client of your own.',
      '**Media** has three forms:',
      '- **peer to peer with TURN**: cheapest for two people. Behind strict firewalls a TURN server (coturn on EC2, UDP open, public address) relays; plan for a fifth or more of calls.\n- **an SFU of your own** (LiveKit, mediasoup, Jitsi) on EC2: for groups, recording, steady volume. It needs a UDP port range and no HTTP load balancer. Not on Lambda; on Fargate only with effort.\n- **managed**: Chime SDK by attendee minute, Kinesis Video Streams for one device and few viewers.',
      '**Latency** comes from distance: put TURN or SFU into the users\' Region. **Cost** is traffic out; a relayed hour of video is about a gigabyte.',
      '**Health data in Brazil**: media and recordings are sensitive data under the LGPD. Keep them in São Paulo (Chime media and Kinesis Video are available there), record only with consent, encrypt, set an end date.',
      'Skylift finds the library, draws signalling and media apart and prices both by call minutes.',
    ),
    'pt-br': markdown(
      'Primeiro, uma correção gentil: planos de videochamada costumam citar CloudFront e Lambda@Edge. Os dois tratam HTTP (o CloudFront também WebSocket) e **nunca veem a mídia do WebRTC**, que é UDP entre navegadores e servidores de mídia. Uma CDN acelera a página em volta da chamada, não a chamada.',
      'A **sinalização** apresenta um lado ao outro. Reverb, Socket.IO ou Action Cable atrás de um balanceador fazem isso; o WebSocket do API Gateway também, com um cliente próprio.',
      'A **mídia** tem três formas:',
      '- **ponto a ponto com TURN**: a mais barata para duas pessoas. Atrás de firewalls rígidos, um servidor TURN (coturn no EC2, UDP aberto, endereço público) retransmite; conte com um quinto das chamadas ou mais.\n- **um SFU próprio** (LiveKit, mediasoup, Jitsi) no EC2: para grupos, gravação, volume constante. Precisa de uma faixa de portas UDP e de nenhum balanceador HTTP. No Lambda não; no Fargate, só com esforço.\n- **gerenciada**: Chime SDK por minuto de participante, Kinesis Video Streams para um dispositivo e poucos espectadores.',
      'A **latência** vem da distância: ponha TURN ou SFU na Região dos usuários. O **custo** é o tráfego de saída; uma hora retransmitida de vídeo tem cerca de um gigabyte.',
      '**Dados de saúde no Brasil**: mídia e gravações são dados sensíveis na LGPD. Mantenha-as em São Paulo (a mídia do Chime e o Kinesis Video estão disponíveis lá), grave só com consentimento, criptografe, defina data de fim.',
      'O Skylift encontra a biblioteca, desenha sinalização e mídia separadas e calcula as duas pelos minutos de chamada.',
    ),
  },
  services: ['ec2', 'nlb', 'alb', 'chime-sdk', 'kinesis-video-streams', 'data-transfer-out'],
  links: [
    { label: { en: 'Amazon Chime SDK meetings', 'pt-br': 'Reuniões com o Amazon Chime SDK' }, url: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/meetings-sdk.html' },
    { label: { en: 'Kinesis Video Streams with WebRTC', 'pt-br': 'Kinesis Video Streams com WebRTC' }, url: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/what-is-kvswebrtc.html' },
  ],
  facts: [
    {
      text: {
        en: 'A Chime SDK meeting has 250 attendees by default, 25 with full HD video.',
        'pt-br': 'Uma reunião do Chime SDK tem 250 participantes por padrão, 25 com vídeo full HD.',
      },
      source: 'https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_meeting-chime_AttendeeFeatures.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A Kinesis Video signalling channel has one master and ten viewers by default, with connections of one hour.',
        'pt-br': 'Um canal de sinalização do Kinesis Video tem um master e dez espectadores por padrão, com conexões de uma hora.',
      },
      source: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/kvswebrtc-limits.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Kinesis Video with WebRTC is available in sa-east-1 (São Paulo).',
        'pt-br': 'O Kinesis Video com WebRTC está disponível em sa-east-1 (São Paulo).',
      },
      source: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/availability.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Chime SDK media can be hosted in sa-east-1 (São Paulo).',
        'pt-br': 'A mídia do Chime SDK pode ficar em sa-east-1 (São Paulo).',
      },
      source: 'https://docs.aws.amazon.com/chime/latest/APIReference/API_Meeting.html',
      checked: checked.review,
    },
  ],
};
