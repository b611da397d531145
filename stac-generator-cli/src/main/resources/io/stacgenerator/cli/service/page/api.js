// The calls of the service, to read and to try out.

window.SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null, // the page calls nobody but its service
});
