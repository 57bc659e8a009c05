// Built by `npm run build` in lib/page_scripts.
function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function contour(field,side,level){let cells=Math.sqrt(field.length),at=(row,column)=>field[row*cells+column]-level,above=Uint8Array.
from(field,value=>+(value>level)),step=side/(cells-1),d="";for(let row=0;row<cells-1;row++)for(let column=0;column<cells-
1;column++){let first=row*cells+column,high=above[first]+above[first+1]+above[first+cells]+above[first+cells+1];if(high===
0||high===4)continue;let cuts=cellCuts(at,row,column).map(([r,c])=>`${(c*step).toFixed(1)} ${(side-r*step).toFixed(1)}`);
for(let i=0;i+1<cuts.length;i+=2)d+=`M${cuts[i]}L${cuts[i+1]}`}return d}function cellCuts(at,row,column){let corners=[[row,
column],[row,column+1],[row+1,column+1],[row+1,column]],cuts=[];for(let[i,[r,c]]of corners.entries()){let[r2,c2]=corners[(i+
1)%4],[a,b]=[at(r,c),at(r2,c2)];if(a>0==b>0)continue;let part=a/(a-b);cuts.push([r+part*(r2-r),c+part*(c2-c)])}return cuts}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer,buffers)=>{answer.
view===view&&(open-=1,answer.id>received&&!answer.lost&&(received=answer.id,receive(answer,buffers)),waiting&&send())}),
state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function kernelState(model,decode=answer=>answer,more=()=>({})){let first=model.get("first_answer"),names=Object.keys(first.
state),state=()=>Object.fromEntries(names.map(name=>[name,model.get(name)])),requested=JSON.stringify(first.state),latest=decode(
first.answer,...first.arrays),redraw=()=>{},saving=!1,save=saveDebounced(model),send=requestLatest(model,(answer,arrays)=>{
latest=decode(answer,...arrays),redraw()}),refresh=()=>{requested=JSON.stringify(state()),send({...state(),...more()})},
followModel=()=>{!saving&&JSON.stringify(state())!==requested&&refresh()};return model.on("change",followModel),followModel(),
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw2)=>{redraw=
drawOnChange(root,model,others,()=>draw2(latest))}}}var[SIDE,REACH]=[360,2],across=w=>(w+REACH)/(2*REACH)*SIDE,down=w=>SIDE-across(w);function render({model,el}){let root=createRoot(
el,"Constraint"),{request,drawWith}=kernelState(model,(said,field)=>({...said,field:toNumbers(field)})),levels=[.1,.4,1,
2,4].map(()=>svg("path",{class:"hair"})),through=svg("path",{class:"line blue"}),region=svg("path",{class:"fill orange",
"fill-opacity":.22}),rim=svg("path",{class:"line dashed orange"}),dot=svg("circle",{r:6.5,class:"fill ink"}),label=svg("\
text",{class:"title halo"}),move=(w1,w2)=>request({w1:clamp(roundTo(w1,.05),-REACH,REACH),w2:clamp(roundTo(w2,.05),-REACH,
REACH)}),grip=svg("g",{class:"handle",...KEEP_KEYS,role:"application",tabindex:0,"aria-label":"best weights without a pe\
nalty: arrow keys move them"},svg("circle",{r:13,class:"ring"}),svg("path",{d:star(8),class:"fill blue"}));grip.addEventListener(
"keydown",event=>{let by={ArrowRight:[.05,0],ArrowLeft:[-.05,0],ArrowUp:[0,.05],ArrowDown:[0,-.05]}[event.key];by&&(event.
preventDefault(),move(model.get("w1")+by[0],model.get("w2")+by[1]))});let zone=svg("g",{style:"cursor: crosshair"},svg("\
rect",{width:SIDE,height:SIDE,fill:"transparent"}),svg("path",{d:`M0 ${down(0)}h${SIDE}M${across(0)} 0v${SIDE}`,class:"h\
air",style:"stroke: var(--quiet)"}),...levels,region,rim,through,grip,dot,label,textAt(SIDE-6,down(0)-6,"w₁",{class:"q\
uiet","text-anchor":"end"}),textAt(across(0)+6,14,"w₂",{class:"quiet"})),picture=svg("svg",{viewBox:`0 0 ${SIDE} ${SIDE}`},
zone);onDrag(zone,picture,(x,y)=>move(x/SIDE*2*REACH-REACH,REACH-y/SIDE*2*REACH));let says=html("p",{class:"says",role:"\
status"});root.append(html("div",{class:"split"},html("div",{class:"stage"},picture),html("div",{class:"controls tall"},
select("penalty",model,"kind",request),slider("strength λ",model,"strength",{min:0,max:3,step:.05},request),legend(),says))),
drawWith(root,[],shown=>draw(shown,{dot,grip,label,levels,region,rim,says,through}))}function legend(){let entry=(viewBox,shape2,text)=>html(
"span",{},svg("svg",{viewBox},shape2),text),line=look=>svg("path",{d:"M0 7h14",class:look});return html("div",{class:"ke\
y"},entry("-9 -9 18 18",svg("path",{d:star(8),class:"fill blue"}),"smallest loss (drag)"),entry("0 0 14 14",svg("circle",
{cx:7,cy:7,r:6,class:"fill ink"}),"smallest loss + λ · penalty"),entry("0 0 14 14",line("line blue"),"same loss as the\
 dot"),entry("0 0 14 14",line("line dashed orange"),"same penalty as the dot"))}function draw(shown,{dot,grip,label,levels,
region,rim,says,through}){let[w1,w2]=shown.solution;[.1,.4,1,2,4].forEach((level,i)=>{levels[i].setAttribute("d",contour(
shown.field,SIDE,level))}),through.setAttribute("d",shown.loss>1e-4?contour(shown.field,SIDE,shown.loss):"");let outline=shape(
shown.kind,shown.penalty);region.setAttribute("d",outline),rim.setAttribute("d",outline),grip.setAttribute("transform",`\
translate(${across(shown.w1)} ${down(shown.w2)})`),setAttributes(dot,{cx:across(w1),cy:down(w2)},[]);let left=w1>.8;return setAttributes(
label,{x:across(w1)+(left?-12:12),y:down(w2)+20,"text-anchor":left?"end":"start"},[]),label.textContent=`(${formatNumber(
w1)}, ${formatNumber(w2)})`,says.textContent=sentence(shown),{kind:shown.kind,strength:shown.strength,star:[shown.w1,shown.
w2],solution:shown.solution,loss:shown.loss,penalty:shown.penalty,says:says.textContent}}function star(r){return`M${Array.
from({length:10},(_,i)=>{let[angle,radius]=[i*Math.PI/5,i%2?r/2:r];return`${(Math.sin(angle)*radius).toFixed(1)} ${(-Math.
cos(angle)*radius).toFixed(1)}`}).join("L")}z`}function shape(kind,penalty){let r=(kind==="l1"?penalty:Math.sqrt(penalty))/
(2*REACH)*SIDE,c=SIDE/2;return kind==="l1"?`M${c-r} ${c}L${c} ${c-r}L${c+r} ${c}L${c} ${c+r}z`:`M${c-r} ${c}a${r} ${r} 0\
 1 0 ${2*r} 0a${r} ${r} 0 1 0 ${-2*r} 0z`}function sentence({kind,strength,solution:[w1,w2],w1:free1,w2:free2}){if(free1===
0&&free2===0)return"The loss is smallest at 0, so the penalty changes nothing.";if(strength===0)return"Without a penalty\
, the dot is on the star.";let zeros=[w1,w2].filter(w=>w===0).length;return zeros===2?"The penalty is so large that both\
 weights are exactly 0.":zeros===1?`The dot is at a corner of the diamond, on an axis: ${w1===0?"w₁":"w₂"} is exactl\
y 0, so this feature is not used.`:kind==="l1"?"The dot is on an edge of the diamond, and no weight is 0. Increase λ unt\
il the dot reaches a corner.":"A disc has no corners. The weights are smaller than at the star, but neither of them beco\
mes exactly 0 by the penalty."}var constraint_default={render};export{constraint_default as default};
