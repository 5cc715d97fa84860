/** Queries that the documentation shows and the tests ask; `hagby` stands for the slug of a municipality. */
export const graphqlExamples: Record<string, string> = {
  'What is on this week, for a web site': `{
  events(municipality: "hagby", limit: 10, collapse: SERIES) {
    items { id title start end status place { name } organisation { name } url }
    cursor
  }
}`,
  'Everything an app needs at its first start': `{
  manifest(municipality: "hagby") {
    name languages zone latest reportUrl
    categories { code icon labels { language text } }
    privacyNotice { version url text { language text } }
  }
}`,
  'What has changed since: give \`next\` back until a page has no items': `{
  changes(municipality: "hagby", after: 0, limit: 50) {
    items {
      id kind modified state
      event { title language start end zone allDay status categories occurrences { occurrence start end status } }
      post { title type importance body { html } visibleUntil }
      organisation { name }
      place { name address latitude longitude replacedBy }
      category { code labels { language text } }
    }
    next { after head }
  }
}`,
  'Posts and free events for children, in English where they have it': `{
  posts(municipality: "hagby", lang: "en", limit: 5) { items { id title excerpt importance language } }
  events(municipality: "hagby", lang: "en", free: true, audience: ["children"], limit: 5) {
    items { id title start language }
  }
}`,
}
