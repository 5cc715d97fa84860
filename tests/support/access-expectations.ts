import { actors, type ActorName, type Letter } from './two-municipalities.js'

export type Operation = 'read' | 'create' | 'update' | 'delete'
export type Expectations = Record<string, Record<Operation, Record<ActorName, readonly Letter[]>>>

/**
 * Who reaches what, written by hand from the table of roles in the domain's description, never computed from the code
 * under test. S the actor's own, A own organisation, B another one of the municipality, M the municipality's own,
 * C another municipality's, which has no admin yet; `.` nothing. Versions, duplicate, bulk update, bulk delete and unlock
 * are nobody's anywhere.
 */
const table = `
collection               operation  operator  admin  editor  calendar  auditor  orgadmin  contrib  keyorg  keytown  machine  disabled  loner  anonymous

municipalities           read       MC        M      M       M         M        M         M        M       M        .        .         .      .
municipalities           create     C         .      .       .         .        .         .        .       .        .        .         .      .
municipalities           update     .         M      .       .         .        .         .        .       .        .        .         .      .
municipalities           delete     .         .      .       .         .        .         .        .       .        .        .         .      .

organisations            read       .         AB     AB      AB        .        A         A        A       AB       .        .         .      .
organisations            create     .         M      M       M         .        .         .        .       .        .        .         .      .
organisations            update     .         AB     AB      AB        .        A         .        .       .        .        .         .      .
organisations            delete     .         .      .       .         .        .         .        .       .        .        .         .      .

accounts                 read       SC        SABM   S       S         S        SA        S        S       S        S        .         S      .
accounts                 create     MC        M      .       .         .        .         .        .       .        .        .         .      .
accounts                 update     S         SABM   S       S         S        SA        S        S       S        S        .         S      .
accounts                 delete     .         ABM    .       .         .        .         .        .       .        .        .         .      .

memberships              read       S         SABM   S       S         S        SA        S        S       S        S        .         .      .
memberships              create     .         AB     .       .         .        .         .        .       .        .        .         .      .
memberships              update     .         ABM    .       .         .        .         .        .       .        .        .         .      .
memberships              delete     .         ABM    .       .         .        .         .        .       .        .        .         .      .

events                   read       .         AB     AB      AB        .        A         A        A       AB       .        .         .      .
events                   create     .         AB     AB      AB        .        A         A        A       AB       .        .         .      .
events                   update     .         AB     AB      AB        .        A         A        A       AB       .        .         .      .
events                   delete     .         .      .       .         .        .         .        .       .        .        .         .      .

posts                    read       .         AB     AB      .         .        A         A        A       AB       .        .         .      .
posts                    create     .         AB     AB      .         .        A         A        A       AB       .        .         .      .
posts                    update     .         AB     AB      .         .        A         A        A       AB       .        .         .      .
posts                    delete     .         .      .       .         .        .         .        .       .        .        .         .      .

places                   read       .         M      M       M         M        M         M        M       M        .        .         .      .
places                   create     .         M      M       M         .        M         M        M       M        .        .         .      .
places                   update     .         M      M       M         .        .         .        .       .        .        .         .      .
places                   delete     .         .      .       .         .        .         .        .       .        .        .         .      .

categories               read       .         M      M       M         M        M         M        M       M        .        .         .      .
categories               create     .         M      .       .         .        .         .        .       .        .        .         .      .
categories               update     .         M      .       .         .        .         .        .       .        .        .         .      .
categories               delete     .         .      .       .         .        .         .        .       .        .        .         .      .

media                    read       .         ABM    ABM     ABM       .        A         A        A       ABM      .        .         .      .
media                    create     .         AB     AB      AB        .        A         A        A       AB       .        .         .      .
media                    update     .         ABM    ABM     ABM       .        A         A        A       ABM      .        .         .      .
media                    delete     .         ABM    ABM     ABM       .        A         A        A       ABM      .        .         .      .

revisions                read       .         AB     AB      AB        .        A         A        A       AB       .        .         .      .
revisions                create     .         .      .       .         .        .         .        .       .        .        .         .      .
revisions                update     .         .      .       .         .        .         .        .       .        .        .         .      .
revisions                delete     .         .      .       .         .        .         .        .       .        .        .         .      .

moderation-log           read       .         AB     AB      AB        AB       .         .        .       .        .        .         .      .
moderation-log           create     .         .      .       .         .        .         .        .       .        .        .         .      .
moderation-log           update     .         .      .       .         .        .         .        .       .        .        .         .      .
moderation-log           delete     .         .      .       .         .        .         .        .       .        .        .         .      .

notices                  read       S         S      S       S         S        SA        SA       S       S        S        .         S      .
notices                  create     .         .      .       .         .        .         .        .       .        .        .         .      .
notices                  update     .         .      .       .         .        .         .        .       .        .        .         .      .
notices                  delete     .         .      .       .         .        .         .        .       .        .        .         .      .

inboxes                  read       .         .      .       .         .        .         .        .       .        .        .         .      .
inboxes                  create     .         .      .       .         .        .         .        .       .        .        .         .      .
inboxes                  update     .         .      .       .         .        .         .        .       .        .        .         .      .
inboxes                  delete     .         .      .       .         .        .         .        .       .        .        .         .      .

mails                    read       .         .      .       .         .        .         .        .       .        .        .         .      .
mails                    create     .         .      .       .         .        .         .        .       .        .        .         .      .
mails                    update     .         .      .       .         .        .         .        .       .        .        .         .      .
mails                    delete     .         .      .       .         .        .         .        .       .        .        .         .      .

share-links              read       .         .      .       .         .        .         .        .       .        .        .         .      .
share-links              create     .         .      .       .         .        .         .        .       .        .        .         .      .
share-links              update     .         .      .       .         .        .         .        .       .        .        .         .      .
share-links              delete     .         .      .       .         .        .         .        .       .        .        .         .      .

webhooks                 read       .         M      .       .         .        .         .        .       .        .        .         .      .
webhooks                 create     .         M      .       .         .        .         .        .       .        .        .         .      .
webhooks                 update     .         M      .       .         .        .         .        .       .        .        .         .      .
webhooks                 delete     .         M      .       .         .        .         .        .       .        .        .         .      .

webhook-deliveries       read       .         M      .       .         .        .         .        .       .        .        .         .      .
webhook-deliveries       create     .         .      .       .         .        .         .        .       .        .        .         .      .
webhook-deliveries       update     .         .      .       .         .        .         .        .       .        .        .         .      .
webhook-deliveries       delete     .         .      .       .         .        .         .        .       .        .        .         .      .

webhook-states           read       .         .      .       .         .        .         .        .       .        .        .         .      .
webhook-states           create     .         .      .       .         .        .         .        .       .        .        .         .      .
webhook-states           update     .         .      .       .         .        .         .        .       .        .        .         .      .
webhook-states           delete     .         .      .       .         .        .         .        .       .        .        .         .      .

log-lines                read       .         .      .       .         .        .         .        .       .        .        .         .      .
log-lines                create     .         .      .       .         .        .         .        .       .        .        .         .      .
log-lines                update     .         .      .       .         .        .         .        .       .        .        .         .      .
log-lines                delete     .         .      .       .         .        .         .        .       .        .        .         .      .

retention-holds          read       .         M      .       .         M        .         .        .       .        .        .         .      .
retention-holds          create     .         M      .       .         .        .         .        .       .        .        .         .      .
retention-holds          update     .         .      .       .         .        .         .        .       .        .        .         .      .
retention-holds          delete     .         M      .       .         .        .         .        .       .        .        .         .      .

retention-runs           read       .         .      .       .         .        .         .        .       .        .        .         .      .
retention-runs           create     .         .      .       .         .        .         .        .       .        .        .         .      .
retention-runs           update     .         .      .       .         .        .         .        .       .        .        .         .      .
retention-runs           delete     .         .      .       .         .        .         .        .       .        .        .         .      .

publications             read       .         .      .       .         .        .         .        .       .        .        .         .      .
publications             create     .         .      .       .         .        .         .        .       .        .        .         .      .
publications             update     .         .      .       .         .        .         .        .       .        .        .         .      .
publications             delete     .         .      .       .         .        .         .        .       .        .        .         .      .

change-counters          read       .         .      .       .         .        .         .        .       .        .        .         .      .
change-counters          create     .         .      .       .         .        .         .        .       .        .        .         .      .
change-counters          update     .         .      .       .         .        .         .        .       .        .        .         .      .
change-counters          delete     .         .      .       .         .        .         .        .       .        .        .         .      .

leases                   read       .         .      .       .         .        .         .        .       .        .        .         .      .
leases                   create     .         .      .       .         .        .         .        .       .        .        .         .      .
leases                   update     .         .      .       .         .        .         .        .       .        .        .         .      .
leases                   delete     .         .      .       .         .        .         .        .       .        .        .         .      .

credentials              read       .         .      .       .         .        .         .        .       .        .        .         .      .
credentials              create     .         .      .       .         .        .         .        .       .        .        .         .      .
credentials              update     .         .      .       .         .        .         .        .       .        .        .         .      .
credentials              delete     .         .      .       .         .        .         .        .       .        .        .         .      .

sessions                 read       .         .      .       .         .        .         .        .       .        .        .         .      .
sessions                 create     .         .      .       .         .        .         .        .       .        .        .         .      .
sessions                 update     .         .      .       .         .        .         .        .       .        .        .         .      .
sessions                 delete     .         .      .       .         .        .         .        .       .        .        .         .      .

one-time-codes           read       .         .      .       .         .        .         .        .       .        .        .         .      .
one-time-codes           create     .         .      .       .         .        .         .        .       .        .        .         .      .
one-time-codes           update     .         .      .       .         .        .         .        .       .        .        .         .      .
one-time-codes           delete     .         .      .       .         .        .         .        .       .        .        .         .      .

payload-preferences      read       S         S      S       S         S        S         S        S       S        S        .         S      .
payload-preferences      create     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-preferences      update     S         S      S       S         S        S         S        S       S        S        .         S      .
payload-preferences      delete     .         .      .       .         .        .         .        .       .        .        .         .      .

payload-migrations       read       .         .      .       .         .        .         .        .       .        .        .         .      .
payload-migrations       create     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-migrations       update     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-migrations       delete     .         .      .       .         .        .         .        .       .        .        .         .      .

payload-kv               read       .         .      .       .         .        .         .        .       .        .        .         .      .
payload-kv               create     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-kv               update     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-kv               delete     .         .      .       .         .        .         .        .       .        .        .         .      .

payload-jobs             read       .         .      .       .         .        .         .        .       .        .        .         .      .
payload-jobs             create     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-jobs             update     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-jobs             delete     .         .      .       .         .        .         .        .       .        .        .         .      .

payload-locked-documents read       .         .      .       .         .        .         .        .       .        .        .         .      .
payload-locked-documents create     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-locked-documents update     .         .      .       .         .        .         .        .       .        .        .         .      .
payload-locked-documents delete     .         .      .       .         .        .         .        .       .        .        .         .      .
`

function readTable(text: string): Expectations {
  const [head, ...rows] = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((parts) => parts.length > 1)
  if (head!.slice(2).join() !== actors.join()) throw new Error('The columns of the table are not the actors')
  const expectations: Expectations = {}
  for (const [collection, operation, ...cells] of rows) {
    if (cells.length !== actors.length)
      throw new Error(`${collection} ${operation} has ${cells.length} cells`)
    const row = (expectations[collection!] ??= {} as Expectations[string])
    row[operation as Operation] = Object.fromEntries(
      actors.map((actor, index) => [actor, cells[index] === '.' ? [] : ([...cells[index]!] as Letter[])]),
    ) as Record<ActorName, Letter[]>
  }
  return expectations
}

export const expectations = readTable(table)
