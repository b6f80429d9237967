/** @typedef {import('../eslint-plugin/build/create-rule.js').Rule} Rule */
/** @typedef {import('../eslint-plugin/build/guidance.js').GuidancePoint} GuidancePoint */
/** @typedef {import('./read-snippets.mjs').Snippet} Snippet */

/**
 * The points of the guidance for docs/guidance.md, each with the rules and snippets that serve it.
 *
 * @param {readonly GuidancePoint[]} guidance
 * @param {readonly Rule[]} rules
 * @param {readonly Snippet[]} snippets
 * @returns {string}
 * @throws an error where a rule or a snippet serves no point that there is
 */
export function guidanceSections(guidance, rules, snippets) {
  const ids = guidance.map(({ id }) => id);
  const served = [
    ...rules.map(({ name, meta }) => ({ name, points: meta.docs?.guidance ?? [] })),
    ...snippets.map(({ file, guidance: points }) => ({ name: file, points })),
  ];
  const lost = served.filter(({ points }) => !points.some((point) => ids.includes(point)));
  if (lost.length > 0)
    throw new Error(`These serve no point of the guidance: ${lost.map(({ name }) => name).join(', ')}.`);
  return guidance.map((point) => section(point, rules, snippets)).join('\n\n');
}

/**
 * @param {GuidancePoint} point
 * @param {readonly Rule[]} rules
 * @param {readonly Snippet[]} snippets
 */
function section({ id, title, asyncio, meaning }, rules, snippets) {
  const rows = [
    ...rules.filter(({ meta }) => (meta.docs?.guidance ?? []).some((point) => point === id)).map(ruleRow),
    ...snippets.filter(({ guidance }) => guidance.includes(id)).map(snippetRow),
  ];
  return [
    `## ${title}`,
    asyncio ? `In asyncio: ${asyncio}` : "JavaScript's own.",
    meaning,
    ['| Rule or snippet | What it does | Proof |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** @param {Rule} rule */
function ruleRow({ name, meta }) {
  const page = `[${name}](../eslint-plugin/src/rules/${name}/${name}.md)`;
  const programs = `../test/behaviour/programs/${name}`;
  return `| ${page} | ${meta.docs?.description} | [program](${programs}.ts), [run](${programs}.scenario.ts) |`;
}

/** @param {Snippet} snippet */
function snippetRow({ title, prefix, file }) {
  const proof = `[source](../${file}), [run](../test/behaviour/snippets/snippets.test.ts)`;
  return `| [${title}](snippets.md#${title.toLowerCase().replaceAll(' ', '-')}) | snippet \`${prefix}\` | ${proof} |`;
}
