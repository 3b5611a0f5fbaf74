import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const wellArchitected: Concept = {
  id: 'well-architected',
  kind: 'concept',
  title: { en: 'AWS Well-Architected', 'pt-br': 'AWS Well-Architected' },
  summary: {
    en: 'AWS\'s own list of questions for a good system, in six pillars; useful as a check, not as a plan.',
    'pt-br': 'A lista de perguntas da própria AWS para um bom sistema, em seis pilares; útil como conferência, não como plano.',
  },
  body: {
    en: markdown(
      'The six pillars, each as the question that a small team should be able to answer:',
      '- **Operational excellence**: can you deploy and go back within minutes, and does somebody learn of a failure without being told?\n- **Security**: who may do what, which data is where, and how would you notice a stolen key?\n- **Reliability**: which single part, when it fails, stops everything? When was a backup last restored?\n- **Performance efficiency**: what is the slowest common request, and what limits the next ten-fold growth?\n- **Cost optimization**: which three lines make most of the bill, and what runs at night for nobody?\n- **Sustainability**: what is switched on without use? Usually the same answer as for cost.',
      'The framework comes with lenses for serverless, SaaS, healthcare and others, and with a free tool in the console that asks the questions and keeps the answers. A review takes a half-day; once a year, or before a large customer\'s audit, is a good rhythm.',
      'It asks for trade-offs on purpose. A learning project may answer "one zone, because it is cheap", and that is a good answer as long as it is a decision.',
      'Skylift is the part of such a review that can be read from files: state on servers, open ports, missing backups, engines past support, absent alarms. Each finding tells where it was seen. What lives in people and processes you have to answer yourselves.',
    ),
    'pt-br': markdown(
      'Os seis pilares, cada um como a pergunta que uma equipe pequena deveria saber responder:',
      '- **Excelência operacional**: vocês conseguem fazer deploy e voltar atrás em minutos, e alguém fica sabendo de uma falha sem precisar ser avisado?\n- **Segurança**: quem pode fazer o quê, que dado está onde, e como vocês perceberiam uma chave roubada?\n- **Confiabilidade**: que parte única, ao falhar, para tudo? Quando um backup foi restaurado pela última vez?\n- **Eficiência de performance**: qual é a requisição comum mais lenta, e o que limita o próximo crescimento de dez vezes?\n- **Otimização de custos**: quais três linhas formam a maior parte da conta, e o que roda à noite para ninguém?\n- **Sustentabilidade**: o que está ligado sem uso? Em geral, a mesma resposta de custos.',
      'O framework traz lentes para serverless, SaaS, saúde e outras, e uma ferramenta gratuita no console que faz as perguntas e guarda as respostas. Uma revisão leva meio dia; uma vez por ano, ou antes da auditoria de um cliente grande, é um bom ritmo.',
      'Ele pede escolhas de propósito. Um projeto de estudo pode responder "uma zona, porque é barato", e essa é uma boa resposta, desde que seja uma decisão.',
      'O Skylift é a parte dessa revisão que pode ser lida em arquivos: estado em servidores, portas abertas, backups ausentes, motores sem suporte, falta de alarmes. Cada problema diz onde foi visto. O que vive em pessoas e processos vocês mesmos precisam responder.',
    ),
  },
  services: ['cloudwatch', 'backup', 'config', 'budgets'],
  links: [
    { label: { en: 'AWS Well-Architected Framework', 'pt-br': 'AWS Well-Architected Framework' }, url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/welcome.html' },
    { label: { en: 'Well-Architected Tool', 'pt-br': 'Well-Architected Tool' }, url: 'https://docs.aws.amazon.com/wellarchitected/latest/userguide/intro.html' },
  ],
  facts: [
    {
      text: {
        en: 'The framework has six pillars: operational excellence, security, reliability, performance efficiency, cost optimization and sustainability.',
        'pt-br': 'O framework tem seis pilares: excelência operacional, segurança, confiabilidade, eficiência de performance, otimização de custos e sustentabilidade.',
      },
      source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/the-pillars-of-the-framework.html',
      checked: checked.review,
    },
  ],
};
