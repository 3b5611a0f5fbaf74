import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const vpc: Concept = {
  id: 'vpc',
  kind: 'concept',
  title: { en: 'VPC: your private network', 'pt-br': 'VPC: sua rede privada' },
  summary: {
    en: 'A VPC is a network of your own inside a Region, with public parts that the internet reaches and private parts that it does not.',
    'pt-br': 'Uma VPC é uma rede só sua dentro de uma Região, com partes públicas que a internet alcança e partes privadas que ela não alcança.',
  },
  body: {
    en: markdown(
      'Think of a building: the street door leads into the *public subnet*, where the load balancer stands. The *private subnets* behind it hold application and database; nobody comes in from the street.',
      'Technically a subnet is public because its route table sends unknown addresses to an *internet gateway*. A private one has no such route. Servers there that must call out use a NAT gateway, or VPC endpoints when they only call AWS.',
      'A layout that lasts:',
      '- one /16 network that does not overlap with the office or with other environments;\n- in each of two zones: one small public subnet, one large private one for the application, one private one for data;\n- the free gateway endpoint for S3 from the start.',
      'Two costs surprise: the NAT gateway, by the hour and by GB, and public IPv4 addresses, each by the hour. In the early phases a single server in a public subnet, with a security group that only opens ports 80 and 443, is safe enough and avoids both. Administration goes through Session Manager, not through an open port 22.',
      'Every account has a *default VPC* with public subnets only. It is good for a first experiment and not for a database.',
      'Skylift draws the VPC with its public and private subnets in every phase, places each service where it belongs, lists NAT, endpoints and addresses as cost lines of their own, and reports data-store ports that compose files or infrastructure code open to the world.',
    ),
    'pt-br': markdown(
      'Pense em um prédio: a porta da rua leva à *sub-rede pública*, onde fica o balanceador. Atrás dela, as *sub-redes privadas* guardam aplicação e banco; da rua ninguém entra ali.',
      'Tecnicamente, uma sub-rede é pública porque sua tabela de rotas manda endereços desconhecidos para um *internet gateway*. Uma privada não tem essa rota. Servidores ali que precisam chamar para fora usam um NAT gateway, ou VPC endpoints quando só chamam a AWS.',
      'Um desenho que dura:',
      '- uma rede /16 que não se sobreponha à do escritório nem às de outros ambientes;\n- em cada uma de duas zonas: uma sub-rede pública pequena, uma privada grande para a aplicação e uma privada para dados;\n- o endpoint gateway gratuito do S3 desde o início.',
      'Dois custos surpreendem: o NAT gateway, por hora e por GB, e os endereços IPv4 públicos, cada um por hora. Nas primeiras fases, um único servidor em sub-rede pública, com um security group que só abre as portas 80 e 443, é seguro o bastante e evita os dois. A administração passa pelo Session Manager, não por uma porta 22 aberta.',
      'Toda conta tem uma *VPC padrão* só com sub-redes públicas. Serve para um primeiro experimento, não para um banco.',
      'O Skylift desenha a VPC com sub-redes públicas e privadas em cada fase, coloca cada serviço no lugar certo, lista NAT, endpoints e endereços como linhas de custo próprias e aponta portas de bancos que arquivos do compose ou código de infraestrutura abrem para o mundo.',
    ),
  },
  services: ['vpc', 'nat-gateway', 'vpc-endpoint', 'public-ipv4', 'alb'],
  links: [
    { label: { en: 'How Amazon VPC works', 'pt-br': 'Como a Amazon VPC funciona' }, url: 'https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html' },
  ],
  facts: [
    {
      text: {
        en: 'AWS keeps five addresses of every subnet, and its range cannot be changed afterwards.',
        'pt-br': 'A AWS fica com cinco endereços de cada sub-rede, e a faixa não pode ser alterada depois.',
      },
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html',
      checked: checked.apiReference,
    },
  ],
};
