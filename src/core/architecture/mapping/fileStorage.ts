import { message } from '../../l10n/localized';
import { drawPart } from '../parts';
import { flows } from '../labels';
import { placeUploads } from '../placers/storage';
import { decide, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

export const fileStorage: NeedMapping = {
  need: 'file-storage',
  place(plan, need, phase) {
    const kept = keepOnAws(plan, need);
    if (kept === null && isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['s3']);
      return;
    }
    const bucket = kept ?? placeUploads(plan, need);
    linkConsumers(plan, need, bucket, flows.files);
    if (bucket === 's3:uploads' && plan.graph.hasNode('cloudfront')) {
      plan.graph.edge('cloudfront', bucket, 'assets', { en: 'signed downloads', 'pt-br': 'downloads assinados' });
    }
    if (kept !== null) return;
    decide(
      plan,
      need,
      's3',
      need.technology === 'minio'
        ? {
            en: 'MinIO speaks the protocol of S3: the code changes its endpoint, and the files need no server.',
            'pt-br': 'O MinIO fala o protocolo do S3: o código só muda o endpoint, e os arquivos deixam de precisar de servidor.',
          }
        : {
            en: 'Files on the disk of a server are lost with it and unseen by the next one; S3 keeps them in several zones and hands them to every copy.',
            'pt-br': 'Arquivos no disco de um servidor se perdem com ele e não são vistos pelo próximo; o S3 os guarda em várias zonas e os entrega a todas as cópias.',
          },
      ['efs'],
    );
    if (phase === 'serverless') {
      plan.graph.note(
        message({
          en: 'Uploads go from the browser straight to S3 with a presigned URL: API Gateway takes 10 MB and Lambda 6 MB per request.',
          'pt-br': 'Os uploads vão do navegador direto para o S3 com URL pré-assinada: o API Gateway aceita 10 MB e a Lambda 6 MB por requisição.',
        }),
      );
    }
  },
};
