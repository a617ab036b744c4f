/** Common Swedish names, to make people of. Nobody real is meant. */
export const givenNames =
  'Anna Maria Eva Karin Kristina Lena Sara Emma Ingrid Birgitta Malin Jenny Linda Åsa Ulrika Helena Monica Annika Susanne Elin Ida Hanna Josefin Amanda Sofia Frida Klara Alva Wilma Ebba Samira Leila Amina Zahra Yasmin Lars Mikael Anders Johan Erik Per Karl Peter Jan Thomas Daniel Fredrik Hans Bengt Mats Andreas Stefan Magnus Nils Jonas Henrik Patrik Oskar Viktor Simon Axel Elias Hugo Åke Örjan Östen Ali Omar Hassan Yusuf Mehmet'.split(
    ' ',
  );

export const familyNames =
  'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Lindberg Lindström Lindgren Axelsson Bergström Lundberg Lundgren Berg Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Danielsson Håkansson Lundin Gunnarsson Björk Bergman Fransson Wikström Isaksson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist Claesson Nordström Mårtensson Viklund Eliasson Pålsson Berggren Sandström Lund Nordin Ström Åberg Hermansson Ekström Holmgren Sundberg Hedlund Dahlberg Hellström Sjögren Falk Öberg Öhman Åström Älvdal Ahmed Hassan Ali Mohamed Ibrahim Yilmaz Nguyen Korhonen Niemi Vaara Kero'.split(
    ' ',
  );
