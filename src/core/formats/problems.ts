import { message } from '../l10n/localized';
import type { TextRange } from '../model/text';
import type { ParseProblem } from './node';

/** Texts of every parser. They say what was not understood; where is in the range. */
export const problemTexts = {
  syntax: {
    en: 'This part of the {format} was not understood.',
    'pt-br': 'Este trecho do {format} não foi compreendido.',
  },
  depth: {
    en: 'Values nested this deeply are not read.',
    'pt-br': 'Valores aninhados tão profundamente não são lidos.',
  },
  mistakes: {
    en: 'Too much was not understood: the file is read up to here.',
    'pt-br': 'Há trechos demais que não foram compreendidos: o arquivo é lido até aqui.',
  },
  aliases: {
    en: 'The aliases of this file expand to more than is read.',
    'pt-br': 'Os aliases deste arquivo se expandem além do que é lido.',
  },
  expansion: {
    en: 'The variables of this value expand to more than is read.',
    'pt-br': 'As variáveis deste valor se expandem além do que é lido.',
  },
  noAssignment: {
    en: 'This line assigns nothing: expected KEY=value.',
    'pt-br': 'Esta linha não atribui nada: esperado CHAVE=valor.',
  },
  invalidKey: {
    en: 'This is no name of a variable.',
    'pt-br': 'Isto não é um nome de variável.',
  },
  openQuote: {
    en: 'The closing quote is missing.',
    'pt-br': 'Falta a aspa de fechamento.',
  },
  afterQuote: {
    en: 'Text after the closing quote is not part of the value.',
    'pt-br': 'O texto depois da aspa de fechamento não faz parte do valor.',
  },
  noCommand: {
    en: 'This line names no command: expected name: command.',
    'pt-br': 'Esta linha não indica um comando: esperado nome: comando.',
  },
  failed: {
    en: 'The reader for {format} failed on this file.',
    'pt-br': 'O leitor de {format} falhou neste arquivo.',
  },
  notLoaded: {
    en: 'The reader for {format} was not loaded.',
    'pt-br': 'O leitor de {format} não foi carregado.',
  },
} as const;

/** More problems of one file tell a reader nothing new. */
export const maximumProblems = 50;

export function problem(text: keyof typeof problemTexts, range: TextRange, format?: string): ParseProblem {
  const source = problemTexts[text];
  return { message: format === undefined ? message(source) : message(source, { format }), range };
}
