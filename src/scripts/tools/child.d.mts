export class Said extends Error {
  said: string
  constructor(sentence: string)
}
