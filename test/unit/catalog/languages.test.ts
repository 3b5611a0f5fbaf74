import assert from 'node:assert/strict';
import { languages } from '../../../src/core/l10n/localized';
import { countWords, nameTexts, proseTexts, titleTexts, type PlacedText } from './texts';

const all: readonly PlacedText[] = [...nameTexts, ...titleTexts, ...proseTexts];

/** What reads the same in every language: code, addresses, and terms that Portuguese keeps in English. */
function withoutTerms(text: string): string {
  return text
    .replace(/`[^`]*`/g, ' ')
    .replace(/https?:\S+/g, ' ')
    .replace(/\b(?:WHERE|DELETE|SET|LIKE)\b/g, ' ')
    .replace(/lift and shift|point-in-time|cost explorer|São Paulo|Kinesis Video/gi, ' ');
}

/** Whole words; `\b` would end a word at an accented letter. */
function anyOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${words.split(' ').join('|')})(?![\\p{L}\\p{N}_-])`, 'iu');
}

const englishWords = anyOf(
  'the and with from without which when where your you are is it its they only than then because should would there while every each ' +
    'between cannot never always instead against about through whole worth cost costs needs keeps how what who not but also after before by of to in on at',
);
const portugueseWords = anyOf('não que uma para com sem dos das você seu sua mais quando porque também até então já só pelo pela cada muito sobre entre');
/** Words that lost their accent. */
const unaccented = anyOf(
  'nao voce voces aplicacao aplicacoes servico servicos memoria regiao regioes publico privacao requisicao requisicoes conexao conexoes ' +
    'seguranca usuario usuarios codigo disponivel minimo maximo padrao padroes tambem entao ate apos necessario possivel endereco enderecos ' +
    'instancia instancias versao versoes proprio propria preco precos transferencia latencia cobranca historico unico unica rapido facil ' +
    'dificil numero numeros pagina paginas video',
);
/** European spellings and words of literal translation. */
const notBrazilian = anyOf('ficheiro ficheiros utilizador utilizadores ecrã equipa telemóvel registos contactar facto factos encriptar encriptação despoletar');

describe('catalog: languages', () => {
  for (const language of languages) {
    it(`has every text in ${language}`, () => {
      const bad = all.filter(({ text }) => text[language].trim() === '' || text[language] !== text[language].trim());
      assert.deepEqual(bad.map(({ at }) => at), []);
    });
  }

  it('translates every sentence', () => {
    assert.deepEqual(proseTexts.filter(({ text }) => text.en === text['pt-br']).map(({ at }) => at), []);
  });

  it('leaves no English in Portuguese sentences', () => {
    const found = proseTexts.flatMap(({ at, text }) => {
      const word = englishWords.exec(withoutTerms(text['pt-br']));
      return word === null ? [] : [`${at}: ${word[0]}`];
    });
    assert.deepEqual(found, []);
  });

  it('leaves no Portuguese in English sentences', () => {
    const found = proseTexts.flatMap(({ at, text }) => {
      const word = portugueseWords.exec(withoutTerms(text.en));
      return word === null ? [] : [`${at}: ${word[0]}`];
    });
    assert.deepEqual(found, []);
  });

  it('writes Brazilian Portuguese with its accents', () => {
    const found = [...proseTexts, ...titleTexts].flatMap(({ at, text }) => {
      const source = withoutTerms(text['pt-br']);
      const word = unaccented.exec(source) ?? notBrazilian.exec(source);
      return word === null ? [] : [`${at}: ${word[0]}`];
    });
    assert.deepEqual(found, []);
  });

  it('has the same placeholders in both languages', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const { at, text } of all) assert.deepEqual(placeholders(text['pt-br']), placeholders(text.en), at);
  });

  it('says the same numbers in both languages', () => {
    // 1,000 and 1.000, 0.25 and 0,25, 2026-07-31 and 31/07/2026 are the same digits in another dress.
    const numbers = (text: string) =>
      [...text.matchAll(/\d[\d.,/-]*\d|\d/g)]
        .flatMap(([number]) => (/^\d{4}-\d\d-\d\d$|^\d\d\/\d\d\/\d{4}$/.test(number) ? number.split(/[-/]/) : [number.replace(/[.,]/g, '')]))
        .sort();
    for (const { at, text } of proseTexts) assert.deepEqual(numbers(text['pt-br']), numbers(text.en), at);
  });

  it('keeps code and addresses the same in both languages', () => {
    const code = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(([span]) => span).sort();
    for (const { at, text } of all) assert.deepEqual(code(text['pt-br']), code(text.en), at);
  });

  it('keeps the structure of a body in both languages', () => {
    const shape = (text: string) => text.split('\n').map((line) => (/^- /.test(line) ? '-' : /^\d+\. /.test(line) ? '1.' : line === '' ? '' : 'p'));
    for (const { at, text } of proseTexts) assert.deepEqual(shape(text['pt-br']), shape(text.en), at);
  });

  it('has translations of a like length', () => {
    const odd = proseTexts.filter(({ text }) => {
      const ratio = countWords(text['pt-br']) / countWords(text.en);
      return countWords(text.en) > 8 && (ratio < 0.55 || ratio > 1.6);
    });
    assert.deepEqual(odd.map(({ at }) => at), []);
  });
});
