/** As the French list: words that state nothing about a person's past. Deeds (led, built, managed…), ranks and praise have to stand in the profile. */
export const HARMLESS_EN = `
a an the and or of to in on at by for from with as into within about between through over under than then so such this that these those there here it its is are was were be been being am
i me my mine we us our ours you your yours he she they them their his her who whom which what where when while if how why also both each every other another any all some same very well
just still already today now currently finally especially including during since until after before because therefore thus hence ll ve re d s t m
have has had having do does did can could may might will would shall should must let make makes made take takes taking
wish wishes wishing hope hoping like liked want would love interest* attract* motivat* enthusias* join joining joined apply applying applicat* applicant candidate post posts position positions
role roles job jobs offer offers vacancy opening advert advertised mission missions team teams company companies organisation organization field fields sector area areas
background experience experiences experienced skill skills knowledge know knows work works worked working career professional professionally profession training language languages level year
years month months thank thanks grateful appreciate* sincerely faithfully regards kind attention consideration disposal interview meet meeting discuss discussing discussion talk talking
exchange pleasure honour honor glad happy delighted pleased forward look looking hear hearing read reading reply answer time moment opportunity chance project projects match matches
matching fit fits suit suits need needs requirement requirements expect expectations search searching seek seeking propose present send sent sending attached enclosed cv resume letter
profile file question questions detail details bring brings bringing contribute contributing contribution put use used using uses share sharing discover learn learning learned
learnt progress grow growing continue continuing pursue acquire acquired acquiring gain gained practise practised practice obtain obtained hold holds held study studied
interested interesting new next noticed noted saw seen quality sense choice reason reasons line link links related relevant corresponds correspond part parts day daily everyday task tasks
duties give gives gave include includes included course spent served employed move moved moving charge look looks after before follow followed following passion* goal goals aim aims ambition ambitions way ways
idea reason reasons purpose stay stayed remain remains serve serves serving day days life place point thanks together therefore simply naturally mainly mostly easily readily openly open ready
enrich enriched enriching real true clear see think believe find found come came basis eye catch caught attract drawn keen eager excited fit fits step path meaning mean means right both
previously formerly then there started start starting began begin beginning tell telling useful greatly advertisement having delighted familiar familiarity
completed completing passed considering consider current once alongside mainly soon appeal* welcome excited among amongst
dear mr ms mrs madam sir january february march april may june july august september october november december
`;
