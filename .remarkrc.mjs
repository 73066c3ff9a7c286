// Made by scripts/generate.py from hooks/knowledge/kinds/; not written by hand.
// For editors, and only if somebody installs the packages; see CONTRIBUTING.md, "In an editor".

const schemas = {
  "./schemas/country.schema.json": [
    "./countries/*.md"
  ],
  "./schemas/practice.schema.json": [
    "./practices/*.md"
  ],
  "./schemas/initiative.schema.json": [
    "./initiatives/*.md"
  ],
  "./schemas/supply-chain.schema.json": [
    "./supply-chains/*.md"
  ],
  "./schemas/event.schema.json": [
    "./events/*.md"
  ],
  "./schemas/work-plan.schema.json": [
    "./content/work-plan.md"
  ],
  "./schemas/toolkit.schema.json": [
    "./content/toolkits/*.md"
  ]
};

// The linter tells where a fault is in a word that editors no longer read.
function placed() {
  return (tree, file) => {
    for (const message of file.messages) message.place ??= message.position;
  };
}

export default {
  plugins: ["remark-frontmatter", ["remark-lint-frontmatter-schema", { schemas }], placed],
};
