/** A small self-contained page in a service's name: no script, nothing fetched from elsewhere. */
export const oauthPage = (page: {
  readonly title: string
  readonly accent: string
  readonly heading: string
  readonly body: string
}): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f6f6f8, #101114); }
  main { width: min(23rem, 90vw); padding: 2rem; border-radius: 12px; border: 1px solid light-dark(#e4e4e9, #2b2d33);
    background: light-dark(#fff, #191a1f); }
  .brand { font-weight: 600; color: ${page.accent}; }
  h1 { font-size: 1.2rem; margin: .5rem 0 1rem; }
  ul { padding-left: 1.2rem; }
  label { display: block; font-size: .85rem; }
  input, button { box-sizing: border-box; width: 100%; padding: .6rem .8rem; margin-top: .5rem; border-radius: 8px;
    border: 1px solid light-dark(#c9c9d2, #3c3e46); background: transparent; color: inherit; font: inherit; }
  button { cursor: pointer; }
  button.primary { background: ${page.accent}; border-color: ${page.accent}; color: #fff; font-weight: 500; }
</style>
</head>
<body>
<main>
<div class="brand">${page.title}</div>
<h1>${page.heading}</h1>
${page.body}
</main>
</body>
</html>
`

/** Text made safe to stand inside HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
