import { checked, defineService } from '../define';

export const ses = defineService({
  id: 'ses',
  category: 'messaging',
  serves: ['mail'],
  phase: 'lift-and-shift',
  problem: {
    en: 'Registration mails and receipts must reach the inbox, with bounces and complaints coming back to the application.',
    'pt-br': 'E-mails de cadastro e recibos precisam chegar à caixa de entrada, com devoluções e reclamações voltando para a aplicação.',
  },
  cost: {
    en: 'E-mails sent, GB of attachments; dedicated addresses and the deliverability dashboard apart.',
    'pt-br': 'E-mails enviados, GB de anexos; endereços dedicados e o painel de entregabilidade à parte.',
  },
  worthIt: {
    en: 'The cheapest per e-mail by far, and plainer than Mailgun, Postmark or Resend, which add templates and search. Worth it once volume matters or the data should stay in the account. Frameworks only change the mail driver or the SMTP address.',
    'pt-br': 'De longe o mais barato por e-mail, e mais simples que Mailgun, Postmark ou Resend, que acrescentam templates e busca. Vale a pena quando o volume pesa ou os dados devem ficar na conta. Nos frameworks muda só o driver de e-mail ou o endereço SMTP.',
  },
  notWhen: {
    en: 'For marketing campaigns with lists and editors; or in the week of the launch, before production access is granted.',
    'pt-br': 'Para campanhas de marketing com listas e editores; ou na semana do lançamento, antes de liberarem o acesso de produção.',
  },
  alternatives: [
    { id: 'sns', when: { en: 'Plain alarms to the team only.', 'pt-br': 'Só alarmes simples para a equipe.' } },
    { id: 'end-user-messaging', when: { en: 'A text message is what reaches the person.', 'pt-br': 'É o SMS que chega à pessoa.' } },
  ],
  limits: [
    {
      text: {
        en: 'A new account is in the sandbox of each Region and sends to verified addresses only: ask for production access days before.',
        'pt-br': 'Uma conta nova está no sandbox em cada Região e só envia para endereços verificados: peça o acesso de produção dias antes.',
      },
      source: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'The sandbox allows 200 e-mails a day, counted per recipient, one per second; a message has 40 MB at most (10 MB by the v1 API), attachments encoded.',
        'pt-br': 'O sandbox permite 200 e-mails por dia, contados por destinatário, um por segundo; a mensagem tem no máximo 40 MB (10 MB pela API v1), com anexos codificados.',
      },
      source: 'https://docs.aws.amazon.com/ses/latest/dg/quotas.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Bounces of 5% put the account under review, 10% may stop it: remove dead addresses by the SNS notices.',
        'pt-br': 'Devoluções de 5% colocam a conta em análise, e 10% podem pará-la: remova endereços mortos pelos avisos do SNS.',
      },
      source: 'https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Regional; verify the domain in a second Region to be able to switch.',
    'pt-br': 'Regional; verifique o domínio em uma segunda Região para poder trocar.',
  },
  scaling: {
    en: 'Quotas grow with good sending; send from a queue at the allowed rate.',
    'pt-br': 'As cotas crescem com bons envios; envie a partir de uma fila, na taxa permitida.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/ses/latest/dg/Welcome.html',
  pricingPage: 'https://aws.amazon.com/ses/pricing/',
});
