// What the text and the paper around an element look like, so that it can look as if it belonged there.

/** `ink` and `paper` as colours, `paper` null where nobody painted any, and whether that is dark. */
export function surroundings(element) {
  const ink = getComputedStyle(element).color;
  return { ink, paper: paperBehind(element), dark: brightness(ink) > 140 };
}

function paperBehind(element) {
  for (let up = element; up; up = up.parentElement ?? up.getRootNode().host) {
    const { backgroundColor } = getComputedStyle(up);
    if (rgba(backgroundColor)[3] > 127) return backgroundColor;
  }
  return null;
}

function brightness(colour) {
  const [red, green, blue] = rgba(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

let canvas;

/** Any colour that a style sheet can name, as numbers. */
function rgba(colour) {
  canvas ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}
