// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);function paint(canvas,field,colour){let cells=Math.sqrt(field.length);canvas.width!==cells&&(canvas.width=cells,canvas.height=
cells);let image=new ImageData(cells,cells),place=0;for(let row=cells-1;row>=0;row--)for(let column=0;column<cells;column++){
let found=colour(field[row*cells+column]);for(let part=0;part<4;part++)image.data[place++]=found[part]}penOf(canvas).putImageData(
image,0,0)}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Augmented digits"),names=["place","flip","dx","dy","noise"],nets=model.
get("names"),{request,drawWith}=kernelState(model,(said,pair)=>({...said,pair:toNumbers(pair)})),box=html("input",{type:"\
checkbox","aria-label":"mirror",change:()=>request({flip:box.checked})}),screens=["before","after"].map(label=>html("can\
vas",{width:8,height:8,role:"img","aria-label":label,style:"width: 150px; height: 150px; image-rendering: pixelated; bor\
der: 1px solid var(--hair); border-radius: 4px"})),still=(canvas,caption)=>html("figure",{style:"margin: 0"},canvas,html(
"figcaption",{style:"color: var(--quiet)"},caption)),tall=20+nets.length*118,chart=svg("svg",{viewBox:`0 0 480 ${tall}`}),
rows=nets.map((name,i)=>bars(name,i));chart.append(...rows.map(row=>row.node));let says=html("p",{class:"says",role:"sta\
tus"});root.append(controlBar(html("label",{},box,"mirror"),slider("move right",model,"dx",{min:-4,max:4,step:1},request),
slider("move down",model,"dy",{min:-4,max:4,step:1},request),slider("noise",model,"noise",{min:0,max:1,step:.05},request),
button("next digit",()=>request({place:(model.get("place")+1)%model.get("count")}))),html("div",{class:"split",style:"al\
ign-items: center"},html("div",{style:"display: flex; gap: 18px; flex: 0 0 auto"},still(screens[0],"before"),still(screens[1],
"after")),html("div",{style:"flex: 1 1 380px; min-width: 0"},chart)),says),drawWith(root,[],shown=>draw(shown,{box,names,
nets,rows,says,screens}))}function draw(shown,{box,names,nets,rows,says,screens}){box.checked=shown.flip;let half=shown.
pair.length/2,side=Math.sqrt(half);[shown.pair.subarray(0,half),shown.pair.subarray(half)].forEach((image,i)=>{let turned=Float32Array.
from(image,(_,j)=>image[(side-1-Math.floor(j/side))*side+j%side]);paint(screens[i],turned,v=>[58,143,208,255*clamp(v,0,1)])});
let read=rows.map((row,i)=>row.show(shown.shares[i],shown.accuracy[i],shown.true));return says.textContent=sentence(shown,
read,nets),{...Object.fromEntries(names.map(name=>[name,shown[name]])),true:shown.true,read,accuracy:shown.accuracy,says:says.
textContent}}function bars(name,i){let top=20+i*118,parts=Array.from({length:10},(_,k)=>({bar:svg("rect",{x:10+k*30,width:22,
rx:2}),label:textAt(21+k*30,top+92,String(k),{"text-anchor":"middle"})})),verdict=textAt(330,top+40,"",{class:"title"}),
score=textAt(330,top+62,"",{class:"quiet"});return{node:svg("g",{},textAt(10,top-4,name,{class:"title"}),svg("path",{d:`\
M6 ${top+77}h304`,class:"hair"}),...parts.flatMap(({bar,label})=>[bar,label]),verdict,score),show:(shares,accuracy,true_)=>{
let said=shares.indexOf(Math.max(...shares));return parts.forEach(({bar,label},k)=>{setAttributes(bar,{y:top+77-70*shares[k],
height:70*shares[k],class:`fill ${k===true_?"green":"orange"}`},[]),label.setAttribute("class",k===true_?"title":"quiet")}),
verdict.textContent=`${said===true_?"✓":"✗"} predicts ${said}, ${(100*shares[said]).toFixed(0)} %`,score.textContent=
`all digits: ${(100*accuracy).toFixed(1)} %`,said}}}function sentence({flip,dx,dy,noise,true:digit,accuracy},read,nets){
if(dx===0&&dy===0&&noise===0&&!flip)return`This is an original ${digit}. Change it: which network still predicts ${digit}\
?`;let mirrored=flip?digit===0||digit===8?`The mirror image of this ${digit} is still a ${digit}. `:`The mirror image of\
 a ${digit} is in general not a ${digit}, but its label is still ${digit}. `:"",far=Math.max(Math.abs(dx),Math.abs(dy))>
2?"The shift is so large that a part of the digit is lost. ":"",best=accuracy.indexOf(Math.max(...accuracy)),right=read.
filter(said=>said===digit).length;return`${mirrored}${far}${right} of ${nets.length} networks ${right===1?"predicts":"pr\
edict"} ${digit}. On all digits, changed in the same way, “${nets[best]}” has the highest accuracy: ${(100*accuracy[best]).
toFixed(1)} %.`}var augmented_default={render};export{augmented_default as default};
