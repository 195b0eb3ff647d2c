import type { Canvas } from './canvas.ts'
import { mix } from './shapes.ts'

const SKINS = ['#f2c9a5', '#e3a97c', '#c9875a', '#a5653f', '#7d4a30', '#5c3526', '#f0bfa0']
const HAIRS = ['#2a1c1a', '#4a2e22', '#7a4a28', '#b8722f', '#d9a95c', '#8f8f92', '#e3ddd3', '#a83f2a']
const DARK_HAIRS = ['#2a1c1a', '#1c1413', '#3f2820', '#8f8f92', '#e3ddd3']
const GROUNDS = [
  ['#f2b84b', '#e4572e'],
  ['#7fc4b8', '#2f6b73'],
  ['#f2a48c', '#b0465a'],
  ['#9db8e3', '#3f5f9a'],
  ['#c9d48f', '#5c8a4f'],
  ['#e9cfa9', '#b8773f'],
  ['#c7a9d9', '#6b4a8f'],
  ['#f7dfae', '#3f7a78'],
] as const
const CLOTHES = ['#22384a', '#d9502f', '#2f6b5a', '#f2e3c2', '#6b3a5a', '#e9a13b', '#3f5f8a', '#8a4a34']

/** A person without a face drawn in: hair, shoulders, colours and a thing or two worn. */
export function portrait(c: Canvas): void {
  const { w, random } = c
  const s = w / 256
  const skin = random.pick(SKINS)
  const dark = SKINS.indexOf(skin) >= 3 && SKINS.indexOf(skin) <= 5
  const hair = random.pick(dark ? DARK_HAIRS : HAIRS)
  const [ground, shape] = random.pick(GROUNDS)
  let cloth = random.pick(CLOTHES)
  if (cloth === shape) cloth = '#f2e3c2'
  const shade = mix(skin, '#5a2418', 0.28)
  const style = random.int(0, 6)
  const beard = style < 3 && random.chance(0.5)
  c.rect(0, 0, w, w, ground)
  c.group({ transform: `scale(${s})` }, () => {
    if (random.chance(0.5)) c.circle(random.range(80, 176), random.range(90, 130), 106, shape, { opacity: 0.9 })
    else c.path(`M0 256V${random.int(70, 150)}L256 ${random.int(20, 110)}V256Z`, shape, { opacity: 0.9 })
    // what falls behind the head
    if (style === 3) c.path('M66 112Q64 34 128 32Q192 34 190 112Q196 176 178 196H78Q60 176 66 112Z', hair)
    if (style === 4) c.path('M72 104Q76 44 128 42Q180 44 184 104Q188 138 176 150H80Q68 138 72 104Z', hair)
    if (style === 5)
      for (let i = 0; i < 15; i++) c.circle(128 + Math.cos(i * 0.4189) * 58, 92 + Math.sin(i * 0.4189) * 54, 26, hair)
    if (style === 6) c.circle(128, 36, 24, hair)
    c.path('M22 262Q26 196 84 184L128 196L172 184Q230 196 234 262Z', cloth)
    c.path('M128 262V200L172 184Q230 196 234 262Z', mix(cloth, '#10141c', 0.16))
    c.path('M104 150H152V186Q128 212 104 186Z', shade)
    const collar = random.int(0, 3)
    if (collar === 0) c.path('M92 182Q128 222 164 182L172 194Q128 240 84 194Z', mix(cloth, '#fff6e0', 0.55))
    else if (collar === 1) {
      c.path('M86 182L128 216L112 236L76 196Z', mix(cloth, '#ffffff', 0.35))
      c.path('M170 182L128 216L144 236L180 196Z', mix(cloth, '#ffffff', 0.25))
    } else if (collar === 2) c.path('M94 168Q128 190 162 168L168 200Q128 224 88 200Z', mix(cloth, '#e9a13b', 0.6))
    else
      c.clip('M22 262Q26 196 84 184L128 196L172 184Q230 196 234 262Z', () => {
        for (let k = 0; k < 5; k++)
          c.line(
            `M10 ${206 + k * 13}Q128 ${226 + k * 13} 246 ${206 + k * 13}`,
            mix(cloth, cloth === '#f2e3c2' ? '#2f4a6b' : '#fff6e0', 0.7),
            5,
          )
      })
    c.path('M82 98Q82 52 128 52Q174 52 174 98Q176 138 158 158Q142 174 128 174Q114 174 98 158Q80 138 82 98Z', skin)
    c.path('M128 52Q174 52 174 98Q176 138 158 158Q142 174 128 174Q150 140 146 104Q144 70 128 52Z', shade, {
      opacity: 0.35,
    })
    for (const x of [80, 176]) c.ellipse(x, 112, 9, 14, x < 128 ? skin : shade)
    if (beard)
      c.path(
        'M82 112Q88 126 104 128Q128 118 152 128Q168 126 174 112Q178 150 158 170Q142 186 128 186Q114 186 98 170Q78 150 82 112Z',
        hair,
      )
    if (style === 0) c.path('M78 100Q74 44 128 42Q182 44 178 100Q168 80 150 76Q112 84 92 76Q82 84 78 100Z', hair)
    if (style === 1)
      c.path('M76 104Q66 50 110 42Q166 24 182 70Q186 88 178 106Q174 84 160 74Q120 92 92 78Q80 88 76 104Z', hair)
    if (style === 2) for (let i = 0; i < 9; i++) c.circle(84 + i * 11, 66 - Math.sin((i / 8) * Math.PI) * 22, 17, hair)
    if (style === 3) c.path('M76 120Q72 42 128 40Q184 42 180 120Q172 84 136 66Q106 92 86 92Q78 104 76 120Z', hair)
    if (style === 4) c.path('M76 116Q72 44 128 42Q184 44 180 116L170 86H86Z', hair)
    if (style === 5) c.path('M80 96Q84 56 128 54Q172 56 176 96Q160 72 128 74Q96 72 80 96Z', hair)
    if (style === 6) c.path('M78 108Q72 46 128 44Q184 46 178 108Q170 74 128 70Q86 74 78 108Z', hair)
    const extra = random.int(0, 5)
    if (extra <= 1) {
      for (const x of [106, 150])
        c.circle(x, 110, 17, '#ffffff', { 'fill-opacity': 0.22, stroke: '#22282f', 'stroke-width': 5 })
      c.line('M123 108Q128 104 133 108M89 106L80 102M167 106L176 102', '#22282f', 5)
    } else if (extra === 2 && style < 5) {
      const cap = random.pick(CLOTHES)
      c.path('M74 84Q74 30 128 30Q182 30 182 84Q128 68 74 84Z', cap)
      c.path('M70 88Q128 66 186 88L184 74Q128 54 72 74Z', mix(cap, '#10141c', 0.25))
      c.circle(128, 28, 10, mix(cap, '#ffffff', 0.5))
    } else if (extra === 3) for (const x of [78, 178]) c.circle(x, 132, 6, '#f2c14e')
  })
}
