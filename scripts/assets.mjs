// Builds what the browser loads into .local/assets: one stylesheet, the islands, fonts and a manifest of hashed names.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, '.local/assets');

/** After it, .local/assets holds every asset of the present sources; does nothing when it already does. */
export async function buildAssets() {
  const stamp = await stampOfSources();
  if ((await readFile(join(out, 'stamp'), 'utf8').catch(() => '')) === stamp) return;
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'fonts'), { recursive: true });
  const manifest = {};
  await copyFonts();
  await put(manifest, 'app.css', await compileStyles());
  for (const [name, bytes] of await bundleScripts()) await put(manifest, name, bytes);
  for (const name of await readdir(join(root, 'src/browser/images')).catch(() => []))
    await put(manifest, name, await readFile(join(root, 'src/browser/images', name)));
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 1));
  await writeFile(join(out, 'stamp'), stamp);
}

async function put(manifest, name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const file = `${basename(name, extname(name))}.${hash}${extname(name)}`;
  await writeFile(join(out, file), bytes);
  manifest[name] = file;
}

async function copyFonts() {
  for (const [from, name] of [
    ['be-vietnam-pro', 'be-vietnam-pro-vietnamese'],
    ['be-vietnam-pro', 'be-vietnam-pro-latin'],
    ['inter', 'inter-latin'],
  ])
    for (const weight of [400, 600]) {
      const file = `${name}-${weight}-normal.woff2`;
      await copyFile(join(root, 'node_modules/@fontsource', from, 'files', file), join(out, 'fonts', file));
    }
}

async function compileStyles() {
  const sass = await import('sass');
  const result = sass.compile(join(root, 'src/browser/styles/app.scss'), {
    loadPaths: [root, join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import'],
  });
  return result.css;
}

async function bundleScripts() {
  const folder = join(root, 'src/browser');
  const entries = (await readdir(folder).catch(() => [])).filter(
    (f) => /\.tsx?$/.test(f) && !f.includes('.test.'),
  );
  if (entries.length === 0) return [];
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: entries.map((f) => join(folder, f)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    outdir: out,
  });
  return result.outputFiles.map((f) => [basename(f.path), f.contents]);
}

async function stampOfSources() {
  const hash = createHash('sha256');
  for (const file of await readdir(join(root, 'src'), { recursive: true, withFileTypes: true }))
    if (file.isFile()) hash.update(file.name).update(await readFile(join(file.parentPath, file.name)));
  hash.update(await readFile(join(root, 'package-lock.json')));
  hash.update(await readFile(fileURLToPath(import.meta.url)));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets();
