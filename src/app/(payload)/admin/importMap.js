import { Situation as Situation_8e21092481eb148adf8abebe2090073e } from '../../../../src/admin/actions/situation.tsx'
import { HomeCell as HomeCell_884d798a9b7da829d4aca944617614a9 } from '../../../../src/admin/fields/home-cell.tsx'
import { HomeField as HomeField_99b31f96932268499696379705208abd } from '../../../../src/admin/fields/home-field.tsx'
import { TitleCell as TitleCell_d88824384d6f51cd2a0a0b58b32f7ca1 } from '../../../../src/admin/fields/title-cell.tsx'
import { FieldNote as FieldNote_135e61181f4e69008fdfe8ed3f65caa9 } from '../../../../src/admin/writing/field-note.tsx'
import { SaveFault as SaveFault_76cb070367fbc0077487bbcf073e66b8 } from '../../../../src/admin/fields/save-fault.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LanguageField as LanguageField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { CategoriesField as CategoriesField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { PicturesField as PicturesField_112fb172340f4b2246249214aa190c3f } from '../../../../src/admin/fields/pictures-field.tsx'
import { ZonedTimeField as ZonedTimeField_5403684090de4fa4a4b1a117728af99b } from '../../../../src/admin/fields/zoned-time-field.tsx'
import { DayField as DayField_5403684090de4fa4a4b1a117728af99b } from '../../../../src/admin/fields/zoned-time-field.tsx'
import { ZoneField as ZoneField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { RecurrenceField as RecurrenceField_8b2824353a7c590e9f0497b4c0327d50 } from '../../../../src/admin/fields/recurrence-field.tsx'
import { OccurrenceListField as OccurrenceListField_7ce2cd4d59d1dcd3f825d5fd5c235631 } from '../../../../src/admin/fields/occurrence-list-field.tsx'
import { OccurrenceField as OccurrenceField_7ce2cd4d59d1dcd3f825d5fd5c235631 } from '../../../../src/admin/fields/occurrence-list-field.tsx'
import { OccurrenceTimeField as OccurrenceTimeField_5403684090de4fa4a4b1a117728af99b } from '../../../../src/admin/fields/zoned-time-field.tsx'
import { PlaceField as PlaceField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { SelectField as SelectField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { AccessibilityField as AccessibilityField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { AudiencesField as AudiencesField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { AreasField as AreasField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { CurrencyField as CurrencyField_18cae5251525e36df08a9d4fe4d04338 } from '../../../../src/admin/fields/currency-field.tsx'
import { CoOrganisersField as CoOrganisersField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { UmbrellaField as UmbrellaField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { SharePanel as SharePanel_fdbfba6e0226622f13097180070e7d1b } from '../../../../src/admin/share/share-panel.tsx'
import { StateCell as StateCell_4e7239769f41f1151457fb7a32a337cc } from '../../../../src/admin/fields/state-cell.tsx'
import { StateField as StateField_71b53ac60f77d8892419225654e7f898 } from '../../../../src/admin/fields/state-field.tsx'
import { PublicationCell as PublicationCell_4e7239769f41f1151457fb7a32a337cc } from '../../../../src/admin/fields/state-cell.tsx'
import { PublicationField as PublicationField_71b53ac60f77d8892419225654e7f898 } from '../../../../src/admin/fields/state-field.tsx'
import { RevisionField as RevisionField_71b53ac60f77d8892419225654e7f898 } from '../../../../src/admin/fields/state-field.tsx'
import { TimeCell as TimeCell_72081280b98a0872f6c50179878fb5f0 } from '../../../../src/admin/fields/time-cell.tsx'
import { TimeFact as TimeFact_72081280b98a0872f6c50179878fb5f0 } from '../../../../src/admin/fields/time-cell.tsx'
import { QuickFilters as QuickFilters_efa512c9450189a6c237770b0c09468f } from '../../../../src/admin/lists/quick-filters.tsx'
import { ActionBar as ActionBar_a27271b7984d70fdf2b8c5081cdf746b } from '../../../../src/admin/actions/action-bar.tsx'
import { SaveButton as SaveButton_d713b8a714d439334f42c3c821facd42 } from '../../../../src/admin/actions/save-button.tsx'
import { PicturePanel as PicturePanel_c2c2d3eec92c0a225dbcee3d0e23257a } from '../../../../src/admin/pictures/picture-panel.tsx'
import { PictureCell as PictureCell_925dd6f8959d55200efc7426c3534162 } from '../../../../src/admin/fields/picture-cell.tsx'
import { SelectManyField as SelectManyField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { PictureField as PictureField_112fb172340f4b2246249214aa190c3f } from '../../../../src/admin/fields/pictures-field.tsx'
import { LifeCell as LifeCell_4e7239769f41f1151457fb7a32a337cc } from '../../../../src/admin/fields/state-cell.tsx'
import { LifeField as LifeField_71b53ac60f77d8892419225654e7f898 } from '../../../../src/admin/fields/state-field.tsx'
import { NoticeCell as NoticeCell_976b5bfcabb69f7d5382eb141ce518fc } from '../../../../src/admin/fields/notice-cell.tsx'
import { LogFact as LogFact_3fcc1bf5058fcbbb9d6db135caafea81 } from '../../../../src/admin/fields/log-cell.tsx'
import { NoticeAboutCell as NoticeAboutCell_976b5bfcabb69f7d5382eb141ce518fc } from '../../../../src/admin/fields/notice-cell.tsx'
import { NoticeAbout as NoticeAbout_976b5bfcabb69f7d5382eb141ce518fc } from '../../../../src/admin/fields/notice-cell.tsx'
import { NoticeMessage as NoticeMessage_976b5bfcabb69f7d5382eb141ce518fc } from '../../../../src/admin/fields/notice-cell.tsx'
import { LogCell as LogCell_3fcc1bf5058fcbbb9d6db135caafea81 } from '../../../../src/admin/fields/log-cell.tsx'
import { ChangesField as ChangesField_7ec45eca8fa16b52d1695fb97d22d6e3 } from '../../../../src/admin/fields/changes-field.tsx'
import { NoticeRead as NoticeRead_976b5bfcabb69f7d5382eb141ce518fc } from '../../../../src/admin/fields/notice-cell.tsx'
import { NothingToSave as NothingToSave_976b5bfcabb69f7d5382eb141ce518fc } from '../../../../src/admin/fields/notice-cell.tsx'
import { DocumentCell as DocumentCell_1db39425e45ff040a2ed403fa0a523b9 } from '../../../../src/admin/fields/document-cell.tsx'
import { LanguagesField as LanguagesField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { AddressField as AddressField_4012473d38652b47605695c64dfef50f } from '../../../../src/admin/fields/address-field.tsx'
import { LoginsPanel as LoginsPanel_b1b6581a0e23716067906707e7092257 } from '../../../../src/admin/logins/logins-panel.tsx'
import { AccountField as AccountField_774ed6d7269547958baa5c94f845946c } from '../../../../src/admin/fields/choice-field.tsx'
import { RoleField as RoleField_02a8ac8d45239488ad043b2140811c82 } from '../../../../src/admin/fields/role-field.tsx'
import { ReviewPanel as ReviewPanel_e4db261a7b5e45f6660a88d585742abe } from '../../../../src/admin/review/review-panel.tsx'
import { OfferRole as OfferRole_d0ef29ee82b7e881b42c563fd83d4969 } from '../../../../src/admin/review/offer-role.tsx'
import { WebhookPanel as WebhookPanel_56768b4b748c5d912debffce77e82287 } from '../../../../src/admin/webhooks/webhook-panel.tsx'
import { ToldByPanel as ToldByPanel_933c38b123daebd5b93cadb3d75f2708 } from '../../../../src/admin/fields/told-by-panel.tsx'
import { WebhookSaveButton as WebhookSaveButton_7de5bb7fde61c9595ec6384562365f60 } from '../../../../src/admin/webhooks/webhook-save-button.tsx'
import { DemoBanner as DemoBanner_7866facfda372070db9df90e0ff0721d } from '../../../../src/admin/nav/demo-banner.tsx'
import { Icon as Icon_eb58636b4f959a7d1e7b067d98c6b605 } from '../../../../src/admin/brand.tsx'
import { Logo as Logo_eb58636b4f959a7d1e7b067d98c6b605 } from '../../../../src/admin/brand.tsx'
import { BeforeLogin as BeforeLogin_4a91a2d0411d78ba2deeac354bc31a4c } from '../../../../src/admin/before-login.tsx'
import { BeforeNav as BeforeNav_ccf137b49a2e7513271b3c28a47a8f13 } from '../../../../src/admin/nav/before-nav.tsx'
import { TorgProvider as TorgProvider_7d974612c5a24cfd48e7914c35ad528e } from '../../../../src/admin/providers.tsx'
import { Dashboard as Dashboard_7d85b57a778c7751d167913a4cf04cf4 } from '../../../../src/admin/dashboard/dashboard.tsx'
import { QueueView as QueueView_79972f7e6504a624b3eb60fc230eb53f } from '../../../../src/admin/moderation/queue/queue-view.tsx'
import { PublicView as PublicView_17f6b19a09ccee5bbd91f27f17b01485 } from '../../../../src/admin/moderation/public/public-view.tsx'
import { FiguresView as FiguresView_38af56a43359f83118183279de842767 } from '../../../../src/admin/moderation/figures/figures-view.tsx'
import { InviteView as InviteView_4f5d783e313850e456f77b0b263b8050 } from '../../../../src/admin/moderation/invites/invite-view.tsx'
import { InboxView as InboxView_be8c8f00b05f8b7495e366fd5119ca4c } from '../../../../src/admin/inbox/inbox-view.tsx'
import { LogView as LogView_61b78f9a457dcaf3638ab5fe47aecf88 } from '../../../../src/admin/log/log-view.tsx'
import { RetentionView as RetentionView_e3780c71bf556f819bca4898f54b6a52 } from '../../../../src/admin/retention/retention-view.tsx'
import { ProcessingView as ProcessingView_8a382f49e44578b93fdb2fd21ba1a1b1 } from '../../../../src/admin/processing/processing-view.tsx'
import { ExtractView as ExtractView_755116f518629ffd7b066cb4ce938781 } from '../../../../src/admin/extract/extract-view.tsx'
import { MembersView as MembersView_963641a8fead222572cedf4687661a11 } from '../../../../src/admin/members/members-view.tsx'
import { StatementView as StatementView_3b3d388fe728f150371adde9cdd0b3ed } from '../../../../src/admin/statement/statement-view.tsx'
import { SwitchesView as SwitchesView_ce953bdff06db957d908e7e87cfe863c } from '../../../../src/admin/moderation/switches/switches-view.tsx'
import { ApplyView as ApplyView_685d53eecc2e3a777f8763ad6c03931a } from '../../../../src/admin/apply/apply-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/actions/situation.tsx#Situation": Situation_8e21092481eb148adf8abebe2090073e,
  "/src/admin/fields/home-cell.tsx#HomeCell": HomeCell_884d798a9b7da829d4aca944617614a9,
  "/src/admin/fields/home-field.tsx#HomeField": HomeField_99b31f96932268499696379705208abd,
  "/src/admin/fields/title-cell.tsx#TitleCell": TitleCell_d88824384d6f51cd2a0a0b58b32f7ca1,
  "/src/admin/writing/field-note.tsx#FieldNote": FieldNote_135e61181f4e69008fdfe8ed3f65caa9,
  "/src/admin/fields/save-fault.tsx#SaveFault": SaveFault_76cb070367fbc0077487bbcf073e66b8,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/fields/choice-field.tsx#LanguageField": LanguageField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/choice-field.tsx#CategoriesField": CategoriesField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/pictures-field.tsx#PicturesField": PicturesField_112fb172340f4b2246249214aa190c3f,
  "/src/admin/fields/zoned-time-field.tsx#ZonedTimeField": ZonedTimeField_5403684090de4fa4a4b1a117728af99b,
  "/src/admin/fields/zoned-time-field.tsx#DayField": DayField_5403684090de4fa4a4b1a117728af99b,
  "/src/admin/fields/choice-field.tsx#ZoneField": ZoneField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/recurrence-field.tsx#RecurrenceField": RecurrenceField_8b2824353a7c590e9f0497b4c0327d50,
  "/src/admin/fields/occurrence-list-field.tsx#OccurrenceListField": OccurrenceListField_7ce2cd4d59d1dcd3f825d5fd5c235631,
  "/src/admin/fields/occurrence-list-field.tsx#OccurrenceField": OccurrenceField_7ce2cd4d59d1dcd3f825d5fd5c235631,
  "/src/admin/fields/zoned-time-field.tsx#OccurrenceTimeField": OccurrenceTimeField_5403684090de4fa4a4b1a117728af99b,
  "/src/admin/fields/choice-field.tsx#PlaceField": PlaceField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/choice-field.tsx#SelectField": SelectField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/choice-field.tsx#AccessibilityField": AccessibilityField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/choice-field.tsx#AudiencesField": AudiencesField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/choice-field.tsx#AreasField": AreasField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/currency-field.tsx#CurrencyField": CurrencyField_18cae5251525e36df08a9d4fe4d04338,
  "/src/admin/fields/choice-field.tsx#CoOrganisersField": CoOrganisersField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/choice-field.tsx#UmbrellaField": UmbrellaField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/share/share-panel.tsx#SharePanel": SharePanel_fdbfba6e0226622f13097180070e7d1b,
  "/src/admin/fields/state-cell.tsx#StateCell": StateCell_4e7239769f41f1151457fb7a32a337cc,
  "/src/admin/fields/state-field.tsx#StateField": StateField_71b53ac60f77d8892419225654e7f898,
  "/src/admin/fields/state-cell.tsx#PublicationCell": PublicationCell_4e7239769f41f1151457fb7a32a337cc,
  "/src/admin/fields/state-field.tsx#PublicationField": PublicationField_71b53ac60f77d8892419225654e7f898,
  "/src/admin/fields/state-field.tsx#RevisionField": RevisionField_71b53ac60f77d8892419225654e7f898,
  "/src/admin/fields/time-cell.tsx#TimeCell": TimeCell_72081280b98a0872f6c50179878fb5f0,
  "/src/admin/fields/time-cell.tsx#TimeFact": TimeFact_72081280b98a0872f6c50179878fb5f0,
  "/src/admin/lists/quick-filters.tsx#QuickFilters": QuickFilters_efa512c9450189a6c237770b0c09468f,
  "/src/admin/actions/action-bar.tsx#ActionBar": ActionBar_a27271b7984d70fdf2b8c5081cdf746b,
  "/src/admin/actions/save-button.tsx#SaveButton": SaveButton_d713b8a714d439334f42c3c821facd42,
  "/src/admin/pictures/picture-panel.tsx#PicturePanel": PicturePanel_c2c2d3eec92c0a225dbcee3d0e23257a,
  "/src/admin/fields/picture-cell.tsx#PictureCell": PictureCell_925dd6f8959d55200efc7426c3534162,
  "/src/admin/fields/choice-field.tsx#SelectManyField": SelectManyField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/pictures-field.tsx#PictureField": PictureField_112fb172340f4b2246249214aa190c3f,
  "/src/admin/fields/state-cell.tsx#LifeCell": LifeCell_4e7239769f41f1151457fb7a32a337cc,
  "/src/admin/fields/state-field.tsx#LifeField": LifeField_71b53ac60f77d8892419225654e7f898,
  "/src/admin/fields/notice-cell.tsx#NoticeCell": NoticeCell_976b5bfcabb69f7d5382eb141ce518fc,
  "/src/admin/fields/log-cell.tsx#LogFact": LogFact_3fcc1bf5058fcbbb9d6db135caafea81,
  "/src/admin/fields/notice-cell.tsx#NoticeAboutCell": NoticeAboutCell_976b5bfcabb69f7d5382eb141ce518fc,
  "/src/admin/fields/notice-cell.tsx#NoticeAbout": NoticeAbout_976b5bfcabb69f7d5382eb141ce518fc,
  "/src/admin/fields/notice-cell.tsx#NoticeMessage": NoticeMessage_976b5bfcabb69f7d5382eb141ce518fc,
  "/src/admin/fields/log-cell.tsx#LogCell": LogCell_3fcc1bf5058fcbbb9d6db135caafea81,
  "/src/admin/fields/changes-field.tsx#ChangesField": ChangesField_7ec45eca8fa16b52d1695fb97d22d6e3,
  "/src/admin/fields/notice-cell.tsx#NoticeRead": NoticeRead_976b5bfcabb69f7d5382eb141ce518fc,
  "/src/admin/fields/notice-cell.tsx#NothingToSave": NothingToSave_976b5bfcabb69f7d5382eb141ce518fc,
  "/src/admin/fields/document-cell.tsx#DocumentCell": DocumentCell_1db39425e45ff040a2ed403fa0a523b9,
  "/src/admin/fields/choice-field.tsx#LanguagesField": LanguagesField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/address-field.tsx#AddressField": AddressField_4012473d38652b47605695c64dfef50f,
  "/src/admin/logins/logins-panel.tsx#LoginsPanel": LoginsPanel_b1b6581a0e23716067906707e7092257,
  "/src/admin/fields/choice-field.tsx#AccountField": AccountField_774ed6d7269547958baa5c94f845946c,
  "/src/admin/fields/role-field.tsx#RoleField": RoleField_02a8ac8d45239488ad043b2140811c82,
  "/src/admin/review/review-panel.tsx#ReviewPanel": ReviewPanel_e4db261a7b5e45f6660a88d585742abe,
  "/src/admin/review/offer-role.tsx#OfferRole": OfferRole_d0ef29ee82b7e881b42c563fd83d4969,
  "/src/admin/webhooks/webhook-panel.tsx#WebhookPanel": WebhookPanel_56768b4b748c5d912debffce77e82287,
  "/src/admin/fields/told-by-panel.tsx#ToldByPanel": ToldByPanel_933c38b123daebd5b93cadb3d75f2708,
  "/src/admin/webhooks/webhook-save-button.tsx#WebhookSaveButton": WebhookSaveButton_7de5bb7fde61c9595ec6384562365f60,
  "/src/admin/nav/demo-banner.tsx#DemoBanner": DemoBanner_7866facfda372070db9df90e0ff0721d,
  "/src/admin/brand.tsx#Icon": Icon_eb58636b4f959a7d1e7b067d98c6b605,
  "/src/admin/brand.tsx#Logo": Logo_eb58636b4f959a7d1e7b067d98c6b605,
  "/src/admin/before-login.tsx#BeforeLogin": BeforeLogin_4a91a2d0411d78ba2deeac354bc31a4c,
  "/src/admin/nav/before-nav.tsx#BeforeNav": BeforeNav_ccf137b49a2e7513271b3c28a47a8f13,
  "/src/admin/providers.tsx#TorgProvider": TorgProvider_7d974612c5a24cfd48e7914c35ad528e,
  "/src/admin/dashboard/dashboard.tsx#Dashboard": Dashboard_7d85b57a778c7751d167913a4cf04cf4,
  "/src/admin/moderation/queue/queue-view.tsx#QueueView": QueueView_79972f7e6504a624b3eb60fc230eb53f,
  "/src/admin/moderation/public/public-view.tsx#PublicView": PublicView_17f6b19a09ccee5bbd91f27f17b01485,
  "/src/admin/moderation/figures/figures-view.tsx#FiguresView": FiguresView_38af56a43359f83118183279de842767,
  "/src/admin/moderation/invites/invite-view.tsx#InviteView": InviteView_4f5d783e313850e456f77b0b263b8050,
  "/src/admin/inbox/inbox-view.tsx#InboxView": InboxView_be8c8f00b05f8b7495e366fd5119ca4c,
  "/src/admin/log/log-view.tsx#LogView": LogView_61b78f9a457dcaf3638ab5fe47aecf88,
  "/src/admin/retention/retention-view.tsx#RetentionView": RetentionView_e3780c71bf556f819bca4898f54b6a52,
  "/src/admin/processing/processing-view.tsx#ProcessingView": ProcessingView_8a382f49e44578b93fdb2fd21ba1a1b1,
  "/src/admin/extract/extract-view.tsx#ExtractView": ExtractView_755116f518629ffd7b066cb4ce938781,
  "/src/admin/members/members-view.tsx#MembersView": MembersView_963641a8fead222572cedf4687661a11,
  "/src/admin/statement/statement-view.tsx#StatementView": StatementView_3b3d388fe728f150371adde9cdd0b3ed,
  "/src/admin/moderation/switches/switches-view.tsx#SwitchesView": SwitchesView_ce953bdff06db957d908e7e87cfe863c,
  "/src/admin/apply/apply-view.tsx#ApplyView": ApplyView_685d53eecc2e3a777f8763ad6c03931a,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
