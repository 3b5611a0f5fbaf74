import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const region: Concept = {
  id: 'region',
  kind: 'concept',
  title: { en: 'Region', 'pt-br': 'Região' },
  summary: {
    en: 'A Region is a place in the world where AWS has several data centres; you choose where your data lives and what it costs.',
    'pt-br': 'Uma Região é um lugar do mundo onde a AWS tem vários data centers; você escolhe onde seus dados ficam e quanto custam.',
  },
  body: {
    en: markdown(
      'Almost everything that you create (servers, databases, buckets, queues) belongs to one Region, named by a code such as sa-east-1 (São Paulo) or us-east-1 (North Virginia). Nothing leaves it unless you copy it.',
      'Three questions decide the choice:',
      '- **Where are the users?** From Brazil to São Paulo a round trip takes some tens of milliseconds at most, to Virginia well above a hundred. Pages that make several calls feel the difference; video calls feel it most.\n- **What may the data do?** Health and personal data fall under the LGPD. It does not forbid storage abroad, but a transfer needs a legal basis and a contract. Staying in São Paulo saves that work.\n- **What does it cost?** The same server, and above all the traffic, cost clearly more in São Paulo than in Virginia. Some new services and instance types also arrive there later.',
      'A common split: application and database near the users, test environments in a cheaper Region, static files on CloudFront, which is global anyway.',
      'Choose before the first resource. Moving later means copying data, new addresses and an outage to plan. Turn on billing notices and GuardDuty for the Regions that you do not use: intruders like them.',
      'In Skylift the Region is a setting (and `--region` on the command line). The cost of every phase is computed for it, so changing it shows the difference at once; a price that is not known there is shown as unknown, never taken from another Region.',
    ),
    'pt-br': markdown(
      'Quase tudo o que você cria (servidores, bancos, buckets, filas) pertence a uma Região, identificada por um código como sa-east-1 (São Paulo) ou us-east-1 (Norte da Virgínia). Nada sai de lá se você não copiar.',
      'Três perguntas decidem a escolha:',
      '- **Onde estão os usuários?** Do Brasil a São Paulo, ida e volta leva no máximo algumas dezenas de milissegundos; até a Virgínia, bem mais de cem. Páginas com várias chamadas sentem a diferença; videochamadas são as que mais sentem.\n- **O que os dados podem fazer?** Dados de saúde e dados pessoais estão sob a LGPD. Ela não proíbe guardar no exterior, mas a transferência precisa de base legal e contrato. Ficar em São Paulo poupa esse trabalho.\n- **Quanto custa?** O mesmo servidor e, principalmente, o tráfego custam claramente mais em São Paulo do que na Virgínia. Alguns serviços e tipos de instância novos também chegam depois.',
      'Uma divisão comum: aplicação e banco perto dos usuários, ambientes de teste em uma Região mais barata, arquivos estáticos no CloudFront, que já é global.',
      'Escolha antes do primeiro recurso. Mudar depois significa copiar dados, novos endereços e uma parada a planejar. Ative avisos de cobrança e o GuardDuty também nas Regiões que você não usa: invasores gostam delas.',
      'No Skylift a Região é uma configuração (e `--region` na linha de comando). O custo de cada fase é calculado para ela; trocar mostra a diferença na hora. Um preço desconhecido ali aparece como desconhecido, nunca emprestado de outra Região.',
    ),
  },
  services: ['ec2', 'rds', 's3', 'cloudfront', 'route53'],
  links: [
    { label: { en: 'AWS Regions', 'pt-br': 'Regiões da AWS' }, url: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html' },
    { label: { en: 'Services by Region', 'pt-br': 'Serviços por Região' }, url: 'https://aws.amazon.com/about-aws/global-infrastructure/regional-product-services/' },
  ],
  facts: [
    {
      text: {
        en: 'Certificates for CloudFront must be in us-east-1, whatever Region the application uses.',
        'pt-br': 'Certificados para o CloudFront precisam estar em us-east-1, seja qual for a Região da aplicação.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      checked: checked.guides,
    },
  ],
};
