/** One or two letters away from a sign, and yet what somebody may mean who writes it. */
export const spanishEveryday = `
  abordo absorto acorto aporto ahorrando abogando marcos marcada marcadas marzo marea mareo maneada mirada mirado cabezas
  cabezal cabezon caleza conversion convencion conviccion compulsion combustion construcciones contradicciones
  contrataciones constricciones desmano destallo escalofria inconsistente inconstante incontinente informo infantes
  barroso borrosas brozas estomagos envenena hinchaba hinchar respirador respiradores movimientos ambulatoria
  emergente emergencias calentar calentara calentador`;
