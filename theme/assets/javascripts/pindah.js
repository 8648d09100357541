// At an old address the page itself leads on; only what stands behind # or ? in the address has to be taken along by hand.
if (location.search || location.hash) {
  location.replace(document.querySelector("a").href + location.search + location.hash);
}
