import { drawPart } from '../parts';
import { flows } from '../labels';
import { placeAssets } from '../placers/storage';
import { decide, decideOutside, isOutside, type NeedMapping } from './mapping';

export const staticAssets: NeedMapping = {
  need: 'static-assets',
  place(plan, need) {
    if (isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['cloudfront']);
      return;
    }
    const bucket = placeAssets(plan, [need], [need.application]);
    if (plan.graph.hasNode('cloudfront')) plan.graph.edge('cloudfront', bucket, 'assets', flows.assets);
    decide(
      plan,
      need,
      'cloudfront',
      {
        en: 'Scripts, styles and pictures are the same for everybody: a bucket holds them, the CDN sends them from nearby, and the application is left with the pages.',
        'pt-br': 'Scripts, estilos e imagens são iguais para todos: um bucket os guarda, a CDN os envia de perto, e a aplicação fica só com as páginas.',
      },
      ['amplify-hosting'],
    );
  },
};
