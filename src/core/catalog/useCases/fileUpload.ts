import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const fileUpload: Concept = {
  id: 'file-upload',
  kind: 'use-case',
  title: { en: 'File uploads', 'pt-br': 'Upload de arquivos' },
  summary: {
    en: 'Records, prescriptions and pictures go from the browser straight into a private bucket, are worked on afterwards and read by signed links.',
    'pt-br': 'Prontuários, receitas e imagens vão do navegador direto para um bucket privado, são processados depois e lidos por links assinados.',
  },
  body: {
    en: markdown(
      'The path that scales:',
      '1. The browser asks the application for permission. It checks who asks, type and size, and answers with a **presigned URL** for one object, valid for minutes.\n2. The browser sends the file **directly to S3**. The application\'s memory, time-outs and body limits no longer matter.\n3. S3 reports the new object to a queue; a worker or a Lambda function makes thumbnails, reads text, scans for viruses.\n4. Reading goes the same way: a signed link for minutes, or CloudFront with signed cookies for many files.',
      'Small files may still pass through the framework\'s S3 driver; that is the first step and often enough.',
      '**Private is the default.** No public-read, no guessable links. A medical record must be refused to the neighbour who changes the number in the address: check access when signing.',
      '**For images**, thumbnails after upload are cheaper than sizes on request. Video needs MediaConvert; ffmpeg in the web process stops the site.',
      '**Not unlimited in the bill**: set rules that move old files to a colder class, remove broken multipart uploads after some days and end old versions. Health records must be kept for years: versioning, and a copy in another account, come before deletion rules.',
      'CloudFront helps for files that many people read; for a private document read twice it adds little.',
      'Skylift finds local disks, container volumes and public buckets, offers the driver change as a fix and generates the bucket closed, encrypted and with a lifecycle.',
    ),
    'pt-br': markdown(
      'O caminho que escala:',
      '1. O navegador pede permissão à aplicação. Ela confere quem pede, tipo e tamanho, e responde com uma **URL pré-assinada** para um objeto, válida por minutos.\n2. O navegador envia o arquivo **direto ao S3**. Memória, tempos de espera e limites de corpo da aplicação deixam de importar.\n3. O S3 avisa uma fila sobre o objeto novo; um worker ou uma função Lambda gera miniaturas, lê texto, procura vírus.\n4. A leitura segue o mesmo caminho: um link assinado por minutos, ou CloudFront com cookies assinados para muitos arquivos.',
      'Arquivos pequenos ainda podem passar pelo driver S3 do framework; é o primeiro passo e muitas vezes basta.',
      '**Privado é o padrão.** Nada de public-read nem links adivinháveis. Um prontuário precisa ser negado ao vizinho que troca o número no endereço: confira o acesso ao assinar.',
      '**Para imagens**, miniaturas depois do upload custam menos que tamanhos sob demanda. Vídeo precisa do MediaConvert; ffmpeg no processo web para o site.',
      '**Não é ilimitado na conta**: defina regras que levem arquivos antigos a uma classe mais fria, removam envios multipart interrompidos depois de alguns dias e encerrem versões antigas. Prontuários precisam ser guardados por anos: versionamento, e uma cópia em outra conta, vêm antes de regras de exclusão.',
      'O CloudFront ajuda com arquivos lidos por muita gente; para um documento privado lido duas vezes, acrescenta pouco.',
      'O Skylift encontra discos locais, volumes de contêiner e buckets públicos, oferece a troca do driver como correção e gera o bucket fechado, criptografado e com ciclo de vida.',
    ),
  },
  services: ['s3', 'cloudfront', 'lambda', 'sqs', 'kms', 'backup'],
  links: [
    { label: { en: 'Uploads with presigned URLs', 'pt-br': 'Uploads com URLs pré-assinadas' }, url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/PresignedUrlUploadObject.html' },
    { label: { en: 'Malware protection for S3', 'pt-br': 'Proteção contra malware para o S3' }, url: 'https://docs.aws.amazon.com/guardduty/latest/ug/gdu-malware-protection-s3.html' },
  ],
  facts: [
    {
      text: {
        en: 'A Lambda function accepts 6 MB per call, so larger uploads must not pass through it.',
        'pt-br': 'Uma função Lambda aceita 6 MB por chamada; uploads maiores não devem passar por ela.',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'S3 objects have up to 50 TB; a single copy or upload 5 GB, above that in parts.',
        'pt-br': 'Objetos do S3 têm até 50 TB; uma única cópia ou envio, 5 GB; acima disso, em partes.',
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Elastic Transcoder, which older guides name for video, was discontinued on 2025-11-13; MediaConvert takes its place.',
        'pt-br': 'O Elastic Transcoder, que guias antigos citam para vídeo, foi descontinuado em 13/11/2025; o MediaConvert ocupa o lugar.',
      },
      source: 'https://docs.aws.amazon.com/elastictranscoder/latest/developerguide/using-sdks.html',
      checked: checked.review,
    },
  ],
};
