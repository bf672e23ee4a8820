/** Commitments in Spanish: whose they are and how firm, on sentences of the genre. */
import { describe, test } from 'vitest';
import { check } from '../support/commitments.ts';

const STATEMENT = 'Declaración conjunta de los Presidentes de Chile y del Perú';

describe('in a Spanish declaration', () => {
  test('what a party undertakes, agrees or will do is a commitment', () => {
    check(
      `
Nos comprometemos a proteger los humedales y a no autorizar nuevas minas.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Chile, Peru
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: + commits Chile, Peru

Las Partes acuerdan crear una comisión de pesca.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Chile, Peru

Chile aportará cuarenta embarcaciones.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Chile

Los dos Gobiernos están decididos a combatir el contrabando.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Chile, Peru`,
      STATEMENT,
    );
  });

  test('what is restated is affirmed, what is meant is intended, what is founded is enacted', () => {
    check(
      `
Reafirmamos nuestro compromiso con la democracia.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Chile, Peru

El Perú tiene la intención de ampliar la red.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Peru
        ^^^^^^^^^^^^^^^^^^^^^ hedge

Los mandatarios anunciaron la creación de un instituto.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ enacts Chile, Peru`,
      STATEMENT,
    );
  });

  test('effort and accord with one’s own law are hedges', () => {
    check(
      `
Ambos países trabajarán juntos para reducir las emisiones, cuando sea posible.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Chile, Peru
             ^^^^^^^^^^^^^^^^^^^^^^ hedge
                                                           ^^^^^^^^^^^^^^^^^^ hedge

El Perú publicará los mapas, de conformidad con su legislación.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Peru
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hedge`,
      STATEMENT,
    );
  });

  test('calls, welcomes, third states and opinions are no commitments', () => {
    check(
      `
Instamos a Bolivia a participar. Saludamos la labor de los observadores. Bolivia enviará una nota.

Reconocemos que el clima será un desafío. Los Presidentes acordaron que la región es importante.

Los Presidentes conversaron sobre la pesca.`,
      STATEMENT,
    );
  });
});

describe('in a Spanish treaty', () => {
  test('the future obliges, a body is bound by name, what may be done is no duty', () => {
    check(
      `
# Artículo 1

Cada Parte Contratante adoptará las medidas necesarias y designará una autoridad.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Parte Contratante
                                                         ^^^^^^^^^^^^^^^^^^^^^^^ + obliges Parte Contratante

# Artículo 2

La Comisión Mixta se reunirá cada año. Las Partes podrán invitar a expertos.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Comisión Mixta

# Artículo 3

El presente Convenio entrará en vigor el primero de mayo.`,
      'Convenio entre el Reino de España y la República de Costa Rica',
    );
  });
});
