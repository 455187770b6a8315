// Parts that must be rewritten, drawn in the field where they are written: a layer behind the text has the same text
// with these parts marked. Without scripts the brackets say as much.
const NOTATION = /\[\[\s{0,9}rewrite\s{0,9}:[^[\]]{0,1000}\]\]/gi;

const ALIKE = [
  "fontFamily", "fontSize", "fontWeight", "fontStyle", "fontFeatureSettings", "fontVariationSettings", "lineHeight",
  "letterSpacing", "wordSpacing", "textIndent", "textAlign", "direction", "paddingTop", "paddingRight", "paddingBottom",
  "paddingLeft", "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth", "borderRadius",
];

for (const field of document.querySelectorAll("textarea[data-marked]")) {
  const layer = document.createElement("div");
  layer.className = "marked-layer";
  layer.setAttribute("aria-hidden", "true");
  field.before(layer);
  field.parentElement.classList.add("marked-field");

  function place() {
    const type = getComputedStyle(field);
    for (const name of ALIKE) layer.style[name] = type[name];
    layer.style.top = `${field.offsetTop}px`;
    layer.style.left = `${field.offsetLeft}px`;
    layer.style.width = `${field.offsetWidth}px`;
    layer.style.height = `${field.offsetHeight}px`;
    layer.scrollTop = field.scrollTop;
  }
  function draw() {
    const text = field.value;
    const found = text.includes("[[") ? [...text.matchAll(NOTATION)] : [];
    field.toggleAttribute("data-marks", found.length > 0);
    layer.hidden = !found.length;
    if (!found.length) return;
    const pieces = [];
    let at = 0;
    for (const match of found) {
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      pieces.push(text.slice(at, match.index), mark);
      at = match.index + match[0].length;
    }
    layer.replaceChildren(...pieces, text.slice(at) + "\n");
    place();
  }
  for (const event of ["input", "pulled"]) field.addEventListener(event, draw);
  field.addEventListener("scroll", () => (layer.scrollTop = field.scrollTop));
  new ResizeObserver(place).observe(field);
  draw();
}
