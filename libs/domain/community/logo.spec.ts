import { DomainError } from '@maillage/domain/kernel';
import { checkLogo, logoLimits, refuseOverlap } from './index';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const decode = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const check = (bytes: Uint8Array): string => checkLogo(bytes, decode);

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.set([0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255], 16);
  return bytes;
}

function jpeg(width: number, height: number): Uint8Array {
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    1,
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
}

const svg = (inside: string, attributes = ''): Uint8Array =>
  ascii(`<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

describe('a logo', () => {
  it('is recognised by its content', () => {
    expect(check(png(200, 80))).toBe('image/png');
    expect(check(jpeg(200, 80))).toBe('image/jpeg');
    expect(check(svg('<style>.a{fill:#0a6}</style><g class="a"><path d="M0 0h10v10z"/></g>'))).toBe('image/svg+xml');
    expect(
      check(svg('<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)"/><use href="#g"/>')),
    ).toBe('image/svg+xml');
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /vide/],
    ['too heavy', new Uint8Array(logoLimits.bytes + 1), /dépasse 1 Mo/],
    ['a page named logo.png', ascii('<html><body>hello</body></html>'), /PNG, JPEG et SVG/],
    ['a GIF', ascii('GIF89a......'), /PNG, JPEG et SVG/],
    ['a PNG without an end', png(0, 0), /abîmée/],
    ['a huge PNG', png(9000, 20), /4000 pixels/],
    ['a JPEG without a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]), /abîmée/],
    ['a script', svg('<script>alert(1)</script>'), /script/],
    ['a script in capitals', svg('<SCRIPT/>'), /SCRIPT/],
    ['an event', svg('<path onload="alert(1)"/>'), /code qui s’exécute/],
    ['an event on the root', svg('', 'onload="alert(1)"'), /code qui s’exécute/],
    ['a page inside', svg('<foreignObject><p>x</p></foreignObject>'), /foreignObject/],
    ['an animation', svg('<set attributeName="href" to="x"/>'), /set/],
    ['a picture from elsewhere', svg('<image href="https://ailleurs.example/x.png"/>'), /image/],
    ['a reference elsewhere', svg('<use xlink:href="https://ailleurs.example/x.svg#a"/>'), /autre adresse/],
    ['a script address', svg('<path d="x" fill="java script:alert(1)"/>'), /code qui s’exécute/],
    ['a style from elsewhere', svg('<style>@import url(https://ailleurs.example/x.css)</style>'), /style interdit/],
    ['a fill from elsewhere', svg('<path style="fill:url(https://ailleurs.example/x)"/>'), /autre adresse/],
    [
      'entities',
      ascii('<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'),
      /déclaration interdite/,
    ],
    ['hidden letters', svg('<use href="#a" class="&#106;avascript"/>'), /caractères codés/],
    ['a torn drawing', ascii('<svg><path d="M0 0"'), /mal formé/],
    ['a loose attribute', svg('<path onload=alert(1) />'), /mal formé/],
  ])('refuses %s', (_, bytes, rule) => {
    let refusal: unknown;
    try {
      check(bytes);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect((refusal as DomainError).code).toBe('logo-refused');
    expect((refusal as DomainError).meta['rule']).toMatch(rule);
  });
});

describe('a crafted drawing', () => {
  it.each<[string, string]>([
    ['tags without end', '<a"'],
    ['comments without end', '<!--'],
    ['styles without end', '<style'],
    ['one endless name', 'a'],
    ['spaces in an address', ' '],
    ['letters never closed', '&'],
  ])('of %s is answered at once', (_, piece) => {
    const text = `<svg fill="url(${piece.repeat(Math.floor(900_000 / piece.length))}"`;
    const drawing = `<svg><path fill="url(${' '.repeat(900_000)})"/></svg>`;
    const start = Date.now();
    expect(() => checkLogo(ascii('<svg'), () => text)).toThrow();
    expect(checkLogo(ascii('<svg'), () => drawing)).toBe('image/svg+xml');
    expect(Date.now() - start).toBeLessThan(2_000);
  });
});

describe('a territory', () => {
  const paris = { inseeCode: '75056', name: 'Paris', parentCode: null };
  const district = { inseeCode: '75115', name: 'Paris 15e Arrondissement', parentCode: '75056' };
  const other = { inseeCode: '75116', name: 'Paris 16e Arrondissement', parentCode: '75056' };

  it('holds a city or its arrondissements, not both', () => {
    expect(() => refuseOverlap([district, other])).not.toThrow();
    expect(() => refuseOverlap([paris])).not.toThrow();
    expect(() => refuseOverlap([other, paris])).toThrow(new DomainError('commune-overlap'));
  });
});
