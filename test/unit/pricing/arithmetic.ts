/** Value of the arithmetic that a worked example spells out: numbers, `+ - × /` and brackets. */
export function evaluate(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+×/()]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) throw new Error(`no arithmetic: ${text}`);
  let at = 0;
  const sum = (): number => {
    let value = product();
    for (let sign = tokens[at]; sign === '+' || sign === '-'; sign = tokens[at]) {
      at += 1;
      value = sign === '+' ? value + product() : value - product();
    }
    return value;
  };
  const product = (): number => {
    let value = factor();
    for (let sign = tokens[at]; sign === '×' || sign === '/'; sign = tokens[at]) {
      at += 1;
      value = sign === '×' ? value * factor() : value / factor();
    }
    return value;
  };
  const factor = (): number => {
    const token = tokens[at];
    at += 1;
    if (token !== '(') return Number(token);
    const value = sum();
    at += 1;
    return value;
  };
  return sum();
}
