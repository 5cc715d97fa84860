'use client'

import { useLoginWords } from './use-login-words.js'

/** Ten codes, shown this once, to write down or to keep as a file. */
export function RecoveryCodes({
  codes,
  account,
  onDone,
}: {
  codes: string[]
  account: string
  onDone: () => void
}) {
  const { say } = useLoginWords()
  const download = () => {
    const text = [say('downloadHead', { account }), '', ...codes, ''].join('\n')
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    const link = Object.assign(document.createElement('a'), {
      href: address,
      download: `torg-${account}.txt`,
    })
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <div className="torg-step">
      <h2>{say('recoveryTitle')}</h2>
      <p>{say('recoveryWhy')}</p>
      <ol className="torg-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="torg-buttons">
        <button className="torg-button" type="button" onClick={download}>
          {say('download')}
        </button>
        <button className="torg-button torg-button--primary" type="button" onClick={onDone}>
          {say('keptThem')}
        </button>
      </p>
    </div>
  )
}
