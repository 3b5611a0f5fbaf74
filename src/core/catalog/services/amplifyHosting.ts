import { checked, defineService } from '../define';

export const amplifyHosting = defineService({
  id: 'amplify-hosting',
  category: 'compute',
  serves: ['static-assets', 'compute'],
  phase: 'serverless',
  problem: {
    en: 'A front end in Git (Next.js, Nuxt, Astro, a Vite build) should be built and published on each push, with HTTPS and a preview per pull request.',
    'pt-br': 'Um front-end no Git (Next.js, Nuxt, Astro, um build do Vite) precisa ser compilado e publicado a cada push, com HTTPS e uma prévia por pull request.',
  },
  cost: {
    en: 'Build minutes, GB stored, GB served, and for server-side rendering the requests and their duration.',
    'pt-br': 'Minutos de build, GB armazenados, GB entregues e, na renderização no servidor, as requisições e a duração delas.',
  },
  worthIt: {
    en: 'Against wiring S3, CloudFront and a pipeline yourself, it saves days of work. Worth it for a front end that lives apart from its API. Vercel and Netlify are the outside equivalents; Amplify keeps the bill and the permissions in one account.',
    'pt-br': 'Contra montar S3, CloudFront e pipeline por conta própria, economiza dias de trabalho. Vale a pena para um front-end que vive separado da API. Vercel e Netlify são os equivalentes de fora; o Amplify mantém conta e permissões em um lugar só.',
  },
  notWhen: {
    en: 'When the front end is rendered by the back end (Blade, Inertia, ERB, Django templates): the assets then belong to CloudFront in front of the application.',
    'pt-br': 'Quando o front-end é renderizado pelo back-end (Blade, Inertia, ERB, templates do Django): nesse caso os arquivos ficam no CloudFront, na frente da aplicação.',
  },
  alternatives: [
    { id: 'cloudfront', when: {
      en: 'You want full control over caching, origins and the firewall.',
      'pt-br': 'Você quer controle total sobre cache, origens e firewall.',
    } },
    { id: 's3', when: {
      en: 'The site is static, small and has its own deploy script.',
      'pt-br': 'O site é estático, pequeno e tem o próprio script de deploy.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Server-side rendering covers JavaScript frameworks only. PHP, Ruby and Python back ends run elsewhere.',
        'pt-br': 'A renderização no servidor cobre só frameworks JavaScript. Back-ends em PHP, Ruby e Python rodam em outro lugar.',
      },
      source: 'https://docs.aws.amazon.com/amplify/latest/userguide/server-side-rendering-amplify.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Built in: static files are served by CloudFront\'s edge network, rendering runs in a Region\'s zones.',
    'pt-br': 'Já vem pronta: os arquivos estáticos saem da rede de borda do CloudFront, e a renderização roda nas zonas de uma Região.',
  },
  scaling: {
    en: 'Automatic, without settings; the bill follows the traffic.',
    'pt-br': 'Automática, sem configuração; a conta acompanha o tráfego.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/amplify/latest/userguide/welcome.html',
  pricingPage: 'https://aws.amazon.com/amplify/pricing/',
});
